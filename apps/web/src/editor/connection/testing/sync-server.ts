import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type Access, ownMessages, reaches } from "@upiao/domain";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type WebSocket, WebSocketServer } from "ws";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";

interface Guest {
  readonly socket: WebSocket;
  readonly url: URL;
  access: Access;
  received: number;
}

/** A sync server of one section that does what a test tells it: the wire is the real one. */
export class SyncServer {
  readonly doc = new Y.Doc();
  readonly guests: Guest[] = [];
  /** Every connection ever made. */
  connections = 0;
  /** What those who connect next may do, and why not more. */
  access: Access = "EDIT";
  reason = "";
  isAcknowledging = true;
  /** A machine that takes everything and says nothing, as one behind a dead network seems to. */
  isMute = false;
  /** Instead of a conversation. */
  closeWith: number | null = null;
  /** Steps of the sync messages that arrived. */
  readonly steps: number[] = [];
  /** Text that arrived, in the form in which it was sent. */
  readonly updates: Uint8Array[] = [];

  /** Client ids of whom pages told where they are. */
  readonly told: number[] = [];

  readonly port: number;
  readonly url: string;
  private isStopped = false;

  private constructor(private readonly server: WebSocketServer) {
    this.port = (server.address() as AddressInfo).port;
    this.url = `ws://127.0.0.1:${this.port}/sync`;
    server.on("connection", (socket, request) =>
      this.welcome(socket, new URL(request.url ?? "", "ws://localhost")),
    );
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      for (const guest of this.guests)
        if (guest !== origin) this.sendSync(guest, (e) => syncProtocol.writeUpdate(e, update));
    });
  }

  static async start(port = 0): Promise<SyncServer> {
    const server = new WebSocketServer({ port, host: "127.0.0.1" });
    await once(server, "listening");
    return new SyncServer(server);
  }

  /** Hands an update on in the form in which it was sent. */
  relay(update: Uint8Array): void {
    for (const guest of this.guests) this.sendSync(guest, (e) => syncProtocol.writeUpdate(e, update));
  }

  /** Somebody else is there. */
  tellPresent(clientId: number): void {
    for (const guest of this.guests) {
      this.send(guest, (encoder) => {
        encoding.writeVarUint(encoder, 1);
        const entry = encoding.encode((inner) => {
          for (const part of [1, clientId, 1]) encoding.writeVarUint(inner, part);
          encoding.writeVarString(inner, "{}");
        });
        encoding.writeVarUint8Array(encoder, entry);
      });
    }
  }

  acknowledge(): void {
    for (const guest of this.guests) this.sendDurable(guest);
  }

  tellAccess(access: Access, reason = ""): void {
    for (const guest of this.guests) {
      guest.access = access;
      this.sendAccess(guest, reason);
    }
  }

  tellStorage(isAway: boolean): void {
    for (const guest of this.guests) {
      this.send(guest, (encoder) => {
        encoding.writeVarUint(encoder, ownMessages.storage);
        encoding.writeVarUint(encoder, isAway ? 1 : 0);
      });
    }
  }

  closeAll(code: number, reason = ""): void {
    for (const { socket } of [...this.guests]) socket.close(code, reason);
  }

  async stop(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    for (const { socket } of this.guests) socket.terminate();
    this.doc.destroy();
    this.server.close();
    await once(this.server, "close");
  }

  private welcome(socket: WebSocket, url: URL): void {
    this.connections++;
    if (this.closeWith !== null) {
      socket.close(this.closeWith);
      return;
    }
    const guest: Guest = { socket, url, access: this.access, received: 0 };
    this.guests.push(guest);
    socket.on("close", () => this.guests.splice(this.guests.indexOf(guest), 1));
    socket.on("message", (data: Buffer) => this.onMessage(guest, new Uint8Array(data)));
    this.sendAccess(guest, this.reason);
    if (reaches(guest.access, "PROPOSE"))
      this.sendSync(guest, (e) => syncProtocol.writeSyncStep1(e, this.doc));
  }

  private onMessage(guest: Guest, message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === 1) this.told.push(...peopleIn(decoding.readVarUint8Array(decoder)));
    if (type !== 0) return;
    const step = decoding.readVarUint(decoder);
    this.steps.push(step);
    const payload = decoding.readVarUint8Array(decoder);
    if (step === syncProtocol.messageYjsSyncStep1) {
      this.sendSync(guest, (e) => syncProtocol.writeSyncStep2(e, this.doc, payload));
    } else if (!reaches(guest.access, "PROPOSE")) {
      guest.socket.close(4403);
    } else {
      guest.received++;
      this.updates.push(payload);
      if (!this.isMute) Y.applyUpdate(this.doc, payload, guest);
      if (this.isAcknowledging) this.sendDurable(guest);
    }
  }

  private sendDurable(guest: Guest): void {
    this.send(guest, (encoder) => {
      encoding.writeVarUint(encoder, ownMessages.durable);
      encoding.writeVarUint(encoder, guest.received);
    });
  }

  private sendAccess(guest: Guest, reason: string): void {
    this.send(guest, (encoder) => {
      encoding.writeVarUint(encoder, ownMessages.access);
      encoding.writeVarString(encoder, guest.access);
      encoding.writeVarString(encoder, reason);
    });
  }

  private sendSync(guest: Guest, write: (encoder: encoding.Encoder) => void): void {
    this.send(guest, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      write(encoder);
    });
  }

  private send(guest: Guest, write: (encoder: encoding.Encoder) => void): void {
    if (this.isMute) return;
    const encoder = encoding.createEncoder();
    write(encoder);
    guest.socket.send(encoding.toUint8Array(encoder));
  }
}

function peopleIn(awareness: Uint8Array): number[] {
  const decoder = decoding.createDecoder(awareness);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const clientId = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    decoding.readVarString(decoder);
    return clientId;
  });
}
