import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerAddress } from "smtp-server";
import { freePort } from "../../apps/server/src/postgres/index.ts";

/** A mail as it has come over the wire. */
export interface ReceivedMail {
  readonly to: string;
  /** By their names in lower case, unfolded and decoded. */
  readonly headers: ReadonlyMap<string, string>;
  /** By its type, as `text/plain`, decoded. */
  readonly parts: ReadonlyMap<string, string>;
}

/** What the server says to a recipient, or null to take the mail. */
export type Verdict = (recipient: string) => { readonly code: number; readonly words: string } | null;

export interface TestMailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Asked at RCPT TO. */
  judge: Verdict;
  /** Called once the mail is there whole, before it is answered: what it waits for, the sender waits for. */
  beforeAnswer: (mail: ReceivedMail) => Promise<void>;
  /** Nobody answers at its address any more. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** A real SMTP server, which can go down and come back. */
export async function startMailServer(): Promise<TestMailServer> {
  const port = await freePort();
  const server: TestMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    judge: () => null,
    beforeAnswer: async () => {},
    async goDown() {
      await close(running);
      running = null;
    },
    async comeBack() {
      running = await open(server, port);
    },
    stop: () => close(running),
  };
  let running: SMTPServer | null = await open(server, port);
  return server;
}

async function open(desk: TestMailServer, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    // A certificate of its own would be one that nobody trusts.
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, answer) {
      const verdict = desk.judge(address);
      answer(
        verdict && Object.assign(new Error(`<${address}>: ${verdict.words}`), { responseCode: verdict.code }),
      );
    },
    onData(stream, { envelope }, answer) {
      const taken = text(stream).then(async (raw) => {
        const mail = read(raw, envelope.rcptTo);
        desk.received.push(mail);
        await desk.beforeAnswer(mail);
        answer();
      });
      // The sender was killed in the middle of it.
      taken.catch((error: Error) => answer(error));
    },
  });
  // Who is killed in the middle of a mail.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  return server;
}

function close(server: SMTPServer | null): Promise<void> {
  return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
}

function read(raw: string, recipients: readonly SMTPServerAddress[]): ReceivedMail {
  const headers = headersOf(raw);
  const [, boundary] = /boundary="?([^";]+)"?/.exec(headers.get("content-type") ?? "") ?? [];
  const pieces = boundary ? raw.split(`--${boundary}`).slice(1, -1) : [raw];
  const parts = new Map(
    pieces.map((piece) => {
      const own = headersOf(piece.trimStart());
      const type = /^[^;]+/.exec(own.get("content-type") ?? "")?.[0] ?? "";
      const body = piece.trimStart().split("\r\n\r\n").slice(1).join("\r\n\r\n");
      return [type, decode(body, own.get("content-transfer-encoding") ?? "7bit")];
    }),
  );
  return { to: recipients.map(({ address }) => address).join(", "), headers, parts };
}

function headersOf(raw: string): Map<string, string> {
  const lines = raw
    .split("\r\n\r\n")[0]!
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  return new Map(
    lines.map((line) => {
      const [, name = "", value = ""] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
      return [name.toLowerCase(), decodeWords(value)];
    }),
  );
}

function decode(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

/** RFC 2047. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      decode(word.replaceAll("_", " "), kind.toLowerCase() === "b" ? "base64" : "quoted-printable"),
    );
}
