import { readdir, readFile } from "node:fs/promises";
import { type OpenSection, Program, until } from "./program.ts";
import type { TestServer } from "./start-server.ts";

/** Two people who write in a section that somebody attacks. */
export class Witnesses {
  private words = 0;

  private constructor(
    private readonly server: TestServer,
    private readonly program: Program,
    readonly section: string,
    private readonly pid: number,
    private readonly writer: OpenSection,
    private readonly reader: OpenSection,
  ) {}

  static async open(server: TestServer, section?: string): Promise<Witnesses> {
    const [lucca, capannori] = await Promise.all([
      Program.login(server.url, "redattore.lucca"),
      Program.login(server.url, "redattore.capannori"),
    ]);
    const there = section ?? (await lucca.sharedSection());
    const [writer, reader] = await Promise.all([lucca.open(there), capannori.open(there)]);
    return new Witnesses(server, lucca, there, server.pid, writer, reader);
  }

  get text(): string {
    return this.reader.text;
  }

  /** Nothing has happened to them: what the one types now the other sees and the database has, nobody was sent away, and
   *  the process is the one that it was. */
  async goOn(): Promise<void> {
    const word = `testimone ${this.words++};`;
    this.writer.write(word);
    await until(() => this.reader.text.includes(word));
    const stored = await this.program.plainText(this.section);
    if (!stored.includes(word)) throw new Error("a word that was seen is not stored");
    const codes = [...this.writer.closeCodes, ...this.reader.closeCodes];
    if (codes.length > 0) throw new Error(`honest people were sent away with ${codes}`);
    process.kill(this.pid, 0);
    if (this.server.pid !== this.pid) throw new Error("another process");
  }

  plainText(): Promise<string> {
    return this.program.plainText(this.section);
  }

  leave(): void {
    this.writer.close();
    this.reader.close();
  }
}

export interface ProcessUse {
  readonly residentMiB: number;
  readonly descriptors: number;
}

/** What a process holds now. */
export async function useOf(pid: number): Promise<ProcessUse> {
  const [, kib] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))!;
  return { residentMiB: Number(kib) / 1024, descriptors: (await readdir(`/proc/${pid}/fd`)).length };
}

/** One number of those that an operator reads. */
export async function metricOf(server: TestServer, name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const [, value] = new RegExp(`^${name} (\\S+)$`, "m").exec(text)!;
  return Number(value);
}
