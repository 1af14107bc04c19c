import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";

/** A bare socket at a section, for what no well-behaved client sends and for what none listens to. */
export class BareClient {
  /** Messages, in the order in which they came. */
  readonly received: Uint8Array[] = [];
  readonly isOpen: Promise<void>;
  /** The close code; the status of an upgrade that was refused; 1006 when the line was cut. */
  readonly closed: Promise<number>;
  readonly socket: WebSocket;

  constructor(serverUrl: string, path: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`${serverUrl.replace("http", "ws")}${path}`, { headers });
    this.socket.on("message", (data) => this.received.push(data as Uint8Array));
    this.closed = new Promise((resolve) => {
      this.socket.on("close", resolve);
      this.socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
      this.socket.on("error", () => {});
    });
    this.isOpen = new Promise((resolve) => this.socket.on("open", resolve));
  }

  send(...parts: (number | Uint8Array)[]): void {
    this.socket.send(frame(...parts));
  }

  sendUpdate(update: Uint8Array): void {
    this.send(0, 2, update);
  }

  /** Asks for what a client with this state vector lacks, and waits for the answer: whatever was sent before has been
   *  handled by then. Answers the updates that came with it. */
  async ask(stateVector = Uint8Array.of(0)): Promise<Uint8Array[]> {
    const before = this.received.length;
    this.send(0, 0, stateVector);
    const since = () => this.received.slice(before);
    while (!since().some((message) => message[0] === 0 && message[1] === 1)) {
      if (this.socket.readyState > WebSocket.OPEN) throw new Error("closed instead of an answer");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return since().flatMap((message) => updateOf(message) ?? []);
  }

  /** Of the kinds of a message the bodies that have come, without their kind. */
  bodiesOf(kind: number): Uint8Array[] {
    return this.received.filter((message) => message[0] === kind).map((message) => message.subarray(1));
  }

  /** Updates that have come, in answers or by themselves. */
  get updates(): Uint8Array[] {
    return this.received.flatMap((message) => updateOf(message) ?? []);
  }

  close(): void {
    this.socket.terminate();
  }
}

/** A message of numbers and byte arrays, as y-protocols writes them. */
export function frame(...parts: (number | Uint8Array)[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
  });
}

function updateOf(message: Uint8Array): Uint8Array | null {
  if (message[0] !== 0 || message[1] === 0) return null;
  return decoding.readVarUint8Array(decoding.createDecoder(message.subarray(2)));
}
