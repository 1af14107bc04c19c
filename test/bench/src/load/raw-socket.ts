import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

const nothing = Buffer.alloc(0);
const noMask = Buffer.alloc(4);
/** Of all sockets: what one brings is read before the next does. A buffer for each read would be most of the work. */
const inbox = Buffer.allocUnsafe(64 * 1024);

/** A WebSocket client (RFC 6455) of the least work, since it shares the machine with what it measures: whole binary frames,
 *  a mask of zeros, no compression. */
export class RawSocket {
  /** The message is overwritten by the next. */
  onMessage: (message: Buffer) => void = () => {};
  onClose: (code: number) => void = () => {};
  private readonly socket: Socket;
  private left: Buffer = nothing;
  private isOpen = false;
  private closeCode = 1006;
  private waiting: Buffer[] = [];

  constructor(url: URL, localAddress?: string) {
    this.socket = connect({
      host: url.hostname,
      port: Number(url.port),
      localAddress,
      noDelay: true,
      onread: {
        buffer: inbox,
        callback: (bytes) => {
          this.read(inbox.subarray(0, bytes));
          return true;
        },
      },
    });
    this.socket.write(
      [
        `GET ${url.pathname}${url.search} HTTP/1.1`,
        `Host: ${url.host}`,
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
        "",
        "",
      ].join("\r\n"),
    );
    this.socket.on("error", () => {});
    this.socket.on("close", () => this.onClose(this.closeCode));
  }

  /** What is sent within one turn leaves in one write. */
  send(message: Uint8Array): void {
    if (this.waiting.push(frameOf(message)) > 1) return;
    queueMicrotask(() => {
      const frames = this.waiting;
      this.waiting = [];
      this.socket.write(frames.length === 1 ? frames[0]! : Buffer.concat(frames));
    });
  }

  end(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    let data = this.left.length > 0 ? Buffer.concat([this.left, chunk]) : chunk;
    if (!this.isOpen) {
      const end = data.indexOf("\r\n\r\n");
      if (end === -1) {
        this.left = Buffer.from(data);
        return;
      }
      this.isOpen = true;
      data = data.subarray(end + 4);
    }
    let at = 0;
    for (;;) {
      if (data.length - at < 2) break;
      let length = data[at + 1]! & 127;
      let begin = at + 2;
      if (length === 126) {
        if (data.length - at < 4) break;
        length = data.readUInt16BE(at + 2);
        begin = at + 4;
      } else if (length === 127) {
        if (data.length - at < 10) break;
        length = Number(data.readBigUInt64BE(at + 2));
        begin = at + 10;
      }
      if (data.length < begin + length) break;
      this.take(data[at]! & 15, data.subarray(begin, begin + length));
      at = begin + length;
    }
    // A copy: a view would keep each chunk for the few bytes of it that are left.
    this.left = at === data.length ? nothing : Buffer.from(data.subarray(at));
  }

  private take(opcode: number, payload: Buffer): void {
    if (opcode === 2) this.onMessage(payload);
    else if (opcode === 9)
      this.socket.write(Buffer.concat([Buffer.of(0x8a, 0x80 | payload.length), noMask, payload]));
    else if (opcode === 8) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.socket.end();
    }
  }
}

function frameOf(message: Uint8Array): Buffer {
  const header = headerOf(message.length);
  const frame = Buffer.allocUnsafe(header.length + noMask.length + message.length);
  frame.set(header);
  frame.set(noMask, header.length);
  frame.set(message, header.length + noMask.length);
  return frame;
}

function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.of(0x82, 0x80 | length);
  const long = length > 0xffff;
  const header = Buffer.alloc(long ? 10 : 4);
  header[0] = 0x82;
  header[1] = 0x80 | (long ? 127 : 126);
  if (long) header.writeBigUInt64BE(BigInt(length), 2);
  else header.writeUInt16BE(length, 2);
  return header;
}
