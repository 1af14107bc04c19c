/** Who asks the same while it is being read waits for that reading: two hundred readers of one plan are one statement. */
export class InFlight {
  private readonly readings = new Map<string, Promise<unknown>>();

  /** `key` names the question, and with it the type of the answer. */
  join<Answer>(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const going = this.readings.get(key) as Promise<Answer> | undefined;
    if (going) return going;
    const reading = read().finally(() => this.readings.delete(key));
    this.readings.set(key, reading);
    return reading;
  }
}
