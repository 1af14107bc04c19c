/** Whether a body is there on a day, ISO 8601: one that has ended keeps what it has, and begins no new plan. */
export function isInForce({ endedOn }: { readonly endedOn: string | null }, day: string): boolean {
  return endedOn === null || day < endedOn;
}
