import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a server that can go dead without a word, as when a laptop sleeps and wakes up on another network. */
export class PoorLine {
  private readonly open = new Set<Socket>();
  private readonly listener;
  private isCut = false;

  private constructor(target: URL) {
    this.listener = createServer((near) => {
      if (this.isCut) return void near.destroy();
      const far = connect(Number(target.port), target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.open.add(one);
        one.pipe(other);
        one.on("error", () => other.destroy());
        one.on("close", () => {
          this.open.delete(one);
          other.destroy();
        });
      }
    });
  }

  static async to(url: string): Promise<PoorLine> {
    const line = new PoorLine(new URL(url));
    line.listener.listen(0, "127.0.0.1");
    await once(line.listener, "listening");
    return line;
  }

  get url(): string {
    return `http://localhost:${(this.listener.address() as AddressInfo).port}`;
  }

  /** What is connected now stays so and carries nothing more, in either direction; who connects anew gets through. */
  goDead(): void {
    for (const socket of this.open) socket.unpipe().pause();
  }

  /** Breaks what is connected, and lets nobody through until it is mended. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.listener.close();
    await once(this.listener, "close");
  }
}
