import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { readPassword } from "./read-password.ts";

const secret = "quattro parole messe in fila";

describe("at a terminal", () => {
  /** A terminal and the person who sits at it: answers each prompt, and sees what is shown. */
  async function sitAt(...answers: string[]) {
    let raw = false;
    const from = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: (on: boolean) => {
        raw = on;
      },
    });
    const to = new PassThrough();
    let shown = "";
    const echoes: boolean[] = [];
    to.on("data", (piece: Buffer) => {
      shown += piece;
      if (!`${piece}`.endsWith(": ")) return;
      echoes.push(!raw);
      from.write(answers.shift());
    });
    const read = await readPassword(from, to).catch((error: unknown) => error);
    return { read, shown, echoes, raw };
  }

  it("is asked twice and shown never, and the terminal is given back as it was", async () => {
    const { read, shown, echoes, raw } = await sitAt(`${secret}\r`, `${secret}\r`);
    expect(read).toBe(secret);
    expect(shown).toBe("Password: \nAncora una volta: \n");
    expect(echoes).toEqual([false, false]);
    expect(raw).toBe(false);
  });

  it("is refused when the second is not the first", async () => {
    const { read } = await sitAt(`${secret}\r`, "un'altra\r");
    expect(read).toMatchObject({ why: "PASSWORD" });
  });

  it.each([
    ["Ctrl-C", "quattro\x03"],
    ["Ctrl-D", "\x04"],
  ])("is given up by %s", async (_key, answer) => {
    expect((await sitAt(answer)).read).toMatchObject({ why: "INTERRUPTED" });
  });
});

describe("from a pipe", () => {
  const piped = (sent: string) => readPassword(Readable.from([Buffer.from(sent)]), new PassThrough());

  it("is the one line that comes, without its end, and nothing is said", async () => {
    const to = new PassThrough();
    expect(await readPassword(Readable.from([Buffer.from(` ${secret}\r\n`)]), to)).toBe(` ${secret}`);
    expect(await text(to.end())).toBe("");
    expect(await piped(secret)).toBe(secret);
  });

  it.each(["", "\n", `${secret}\n${secret}\n`])("is refused when %j comes", async (sent) => {
    await expect(piped(sent)).rejects.toMatchObject({ why: "PASSWORD" });
  });
});
