import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { Failure } from "./failure.ts";
import { sentences } from "./sentences.ts";

/** Where a password comes from: a terminal, or a pipe. */
export type PasswordSource = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** A new password: typed twice at a terminal, which does not show it, or the one line that a pipe brings. */
export async function readPassword(from: PasswordSource, to: NodeJS.WritableStream): Promise<string> {
  return from.isTTY ? typedTwice(from, to) : lineOf(await text(from));
}

function lineOf(piped: string): string {
  const line = piped.replace(/\r?\n$/, "");
  if (line === "") throw new Failure("PASSWORD", sentences.noPassword);
  if (line.includes("\n")) throw new Failure("PASSWORD", sentences.manyLines);
  return line;
}

async function typedTwice(from: NodeJS.ReadableStream, to: NodeJS.WritableStream): Promise<string> {
  // It takes the echo from the terminal and writes what is typed to its output: this one keeps it to itself.
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
  const terminal = createInterface({ input: from, output: nowhere, terminal: true, historySize: 0 });
  const lines = terminal[Symbol.asyncIterator]();
  const typed = async (prompt: string): Promise<string> => {
    to.write(prompt);
    const { value, done } = await lines.next();
    to.write("\n");
    // Ctrl-C and Ctrl-D.
    if (done) throw new Failure("INTERRUPTED", sentences.interrupted);
    return value;
  };
  try {
    const password = await typed(sentences.password);
    if (password !== (await typed(sentences.again))) throw new Failure("PASSWORD", sentences.differ);
    return password;
  } finally {
    terminal.close();
  }
}
