import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** A line below the WebSocket protocol, for frames that no library would send and for handshakes that are never finished. */
export class RawLine {
  readonly socket: Socket;
  /** The line is cut, by whoever. */
  readonly closed: Promise<void>;
  private heard = Buffer.alloc(0);

  /** `allowHalfOpen`: does not hang up when the server does. */
  constructor(serverUrl: string, { allowHalfOpen = false } = {}) {
    const { hostname, port } = new URL(serverUrl);
    this.socket = connect({ host: hostname, port: Number(port), allowHalfOpen });
    this.socket.on("error", () => {});
    this.socket.on("data", (piece: Buffer) => {
      this.heard = Buffer.concat([this.heard, piece]);
    });
    this.closed = new Promise((resolve) => this.socket.on("close", () => resolve()));
  }

  /** Asks for the upgrade; answers the status. */
  async upgrade(path: string, headers: Record<string, string> = {}): Promise<number> {
    const all = {
      Host: "localhost",
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
    await this.until(() => this.heard.includes("\r\n\r\n"));
    const end = this.heard.indexOf("\r\n\r\n") + 4;
    const [, status] = /^HTTP\/1.1 (\d+)/.exec(this.heard.subarray(0, end).toString()) ?? [];
    this.heard = this.heard.subarray(end);
    return Number(status);
  }

  /** The answer to the handshake would say so. */
  get heardText(): string {
    return this.heard.toString("latin1");
  }

  /** Waits for the close frame; answers its code. Throws when the line is cut without one. */
  async closeCode(): Promise<number> {
    let code: number | null = null;
    await this.until(() => {
      code = closeCodeIn(this.heard);
      return code !== null;
    });
    return code!;
  }

  cut(): void {
    this.socket.destroy();
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.socket.destroyed) throw new Error("the line was cut");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** The beginning of a client's frame that announces so many bytes (RFC 6455, 5.2), with a mask of zeros. */
export function frameHeader(
  length: number,
  { opcode = 2, isLast = true, isCompressed = false } = {},
): Buffer {
  const header = Buffer.alloc(14);
  header[0] = (isLast ? 0x80 : 0) | (isCompressed ? 0x40 : 0) | opcode;
  header[1] = 0x80 | 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

/** A server's frames are not masked. */
function closeCodeIn(bytes: Buffer): number | null {
  let at = 0;
  while (at + 2 <= bytes.length) {
    const short = bytes[at + 1]! & 127;
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (at + 2 + extra > bytes.length) return null;
    const length =
      extra === 0 ? short : extra === 2 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    const start = at + 2 + extra;
    if (start + length > bytes.length) return null;
    if ((bytes[at]! & 15) === 8) return bytes.readUInt16BE(start);
    at = start + length;
  }
  return null;
}
