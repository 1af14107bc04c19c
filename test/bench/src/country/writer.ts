import { beginParagraph, letterUpdate } from "./letters.ts";
import { Ring } from "./ring.ts";

/** What somebody has typed, as far as its clocks, and when. */
export class Writer {
  readonly carets = new Ring();
  /** When each letter was sent, by the clock at which it ends. */
  readonly letters = new Ring();
  /** Up to here it is acknowledged. */
  durable = 0;
  /** Up to here it is written. */
  end = 0;
  /** Where the first letter begins, behind its paragraph. */
  begin = 0;
  private acknowledged: number;

  constructor(
    readonly client: number,
    /** The number of the message that brings the first letter, among those with text. */
    private readonly firstMessage: number,
  ) {
    this.acknowledged = firstMessage - 1;
  }

  /** The update of one letter more. */
  write(letter: string, now: number): Uint8Array {
    const update = this.end === 0 ? this.beginText(letter) : letterUpdate(this.client, this.end++, letter);
    this.letters.note(this.end, now);
    return update;
  }

  /** Behind the last letter, as the editor says it. */
  caret(): string {
    const { client, end, begin } = this;
    const at = `{"type":{"client":${client},"clock":${begin - 1}},"tname":null,"item":{"client":${client},"clock":${end - 1}},"assoc":-1}`;
    return `,"cursor":{"anchor":${at},"head":${at}}`;
  }

  /** So many messages are durable; answers how long each of the letters among them took. */
  acknowledge(messages: number, now: number): number[] {
    const delays: number[] = [];
    while (this.acknowledged < messages) {
      this.acknowledged++;
      this.durable = this.begin + 1 + this.acknowledged - this.firstMessage;
      const at = this.letters.at(this.durable);
      if (at !== undefined) delays.push(now - at);
    }
    return delays;
  }

  private beginText(letter: string): Uint8Array {
    const { update, end } = beginParagraph(this.client, letter);
    this.end = end;
    this.begin = end - 1;
    return update;
  }
}
