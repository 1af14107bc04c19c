import { EventEmitter } from "node:events";
import type { PostgresLine } from "./postgres-line.ts";
import type { Wire, WireEvents } from "./wire.ts";

/** PostgreSQL refuses a payload of 8,000 bytes. */
const largestPayload = 7_999;
/** News of a section travel as `*<sectionId><bytes in base64>`, all else as JSON. */
const mark = "*";
const idLength = 36;

/** News between nodes by PostgreSQL's LISTEN and NOTIFY: it needs nothing that the platform does not have anyway. Every
 *  node hears of every section, so many busy nodes are better served by Redis. */
export class PostgresWire extends EventEmitter<WireEvents> implements Wire {
  readonly kind = "POSTGRES";
  readonly largestBytes = Math.floor((largestPayload - mark.length - idLength) / 4) * 3;

  constructor(private readonly line: PostgresLine) {
    super();
    line.on("heard", (payload) => this.hear(payload));
    line.on("connected", () => this.emit("connected"));
  }

  get isConnected(): boolean {
    return this.line.isConnected;
  }

  tell(text: string): void {
    this.line.notify(text);
  }

  tellSection(sectionId: string, message: Uint8Array): void {
    const { buffer, byteOffset, byteLength } = message;
    const encoded = Buffer.from(buffer, byteOffset, byteLength).toString("base64");
    this.line.notify(mark + sectionId + encoded);
  }

  openSection(_sectionId: string, onOpen: () => void): void {
    onOpen();
  }

  closeSection(): void {}

  close(): Promise<void> {
    return Promise.resolve();
  }

  private hear(payload: string): void {
    // Texts are heard by whoever has the line.
    if (!payload.startsWith(mark)) return;
    const sectionId = payload.slice(mark.length, mark.length + idLength);
    this.emit("ofSection", sectionId, Buffer.from(payload.slice(mark.length + idLength), "base64"));
  }
}
