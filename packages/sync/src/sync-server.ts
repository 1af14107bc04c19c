import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Bus, News } from "@upiao/bus";
import { isDatabaseAway } from "@upiao/db";
import { isForeignOrigin, tokenOf } from "@upiao/identity";
import type { DataSource } from "typeorm";
import { type WebSocket, WebSocketServer } from "ws";
import { type Authority, type Credentials, RightsDesk } from "./authority.ts";
import { Buckets } from "./bucket.ts";
import { Closing } from "./closing.ts";
import { Connection, type Door } from "./connection.ts";
import {
  awayPauseMs,
  beatMs,
  closePatienceMs,
  connectsPerAddress,
  largestFrameBytes,
  perAddress,
  perPerson,
} from "./limits.ts";
import type { Room } from "./room.ts";
import { Rooms } from "./rooms.ts";
import { StrictSocket } from "./strict-socket.ts";

export interface SyncOptions {
  readonly database: DataSource;
  readonly bus: Bus;
  /** The editor's schema that this server's texts are written in. */
  readonly schemaNumber: number;
  /** Sites beside the server's own whose pages may connect. */
  readonly allowedOrigins: readonly string[];
  readonly addressOf: (request: IncomingMessage) => string;
  /** One update in the place of all these: `foldUpdates`, in a thread of its own. */
  readonly fold: (updates: readonly Uint8Array[]) => Promise<Uint8Array>;
  readonly onFault: (error: unknown, what: string) => void;
  /** `beatMs`, unless a test has no time. */
  readonly beatMs?: number;
}

interface Admitted {
  readonly asked: Request;
  readonly authority: Authority;
  readonly room: Room;
  /** How much news of rights there had been when it was asked for. */
  readonly rightsNews: number;
}

interface Request {
  readonly sectionId: string;
  readonly credentials: Credentials;
  readonly wantsOwnMessages: boolean;
  readonly isOldClient: boolean;
}

/** Stands alone: one that is made for a connection would keep its request in memory as long as it lasts. */
const doNothing = () => {};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The co-editing door: the y-websocket protocol at `/sync/<sectionId>`. */
export class SyncServer {
  private readonly doors = new WebSocketServer({
    noServer: true,
    WebSocket: StrictSocket,
    maxPayload: largestFrameBytes,
    // A small compressed frame could grow to a large one; and text is small already.
    perMessageDeflate: false,
    clientTracking: false,
    // `Connection` answers pings, and counts them.
    autoPong: false,
    closeTimeout: closePatienceMs,
  });
  private readonly rooms: Rooms;
  private readonly rights: RightsDesk;
  private readonly door: Door;
  private readonly persons = new Buckets(perPerson);
  private readonly addresses = new Buckets(perAddress);
  private readonly connects = new Buckets(connectsPerAddress);
  private readonly ends: (() => void)[];
  private readonly beat: NodeJS.Timeout;
  private stopping = false;
  private rightsNews = 0;

  constructor(private readonly options: SyncOptions) {
    const { bus } = options;
    this.rooms = new Rooms(options);
    this.rights = new RightsDesk(options.database);
    this.door = this.openDoor();
    this.ends = [
      bus.subscribe("rights", (news) => this.onRights(news)),
      bus.onGap("rights", () => this.recheck(() => true)),
    ];
    this.beat = setInterval(() => this.onBeat(), options.beatMs ?? beatMs);
    this.beat.unref();
  }

  /** How many connections and open sections this node has, and of how many it keeps a copy for proposers. */
  get load(): { connections: number; rooms: number; copies: number } {
    const { size, copies } = this.rooms;
    return { connections: [...this.rooms.connections()].length, rooms: size, copies };
  }

  /** Takes over an HTTP upgrade of `/sync/…`. A refusal that the client has to understand is a close code, since
   *  browsers hide the status of a refused upgrade. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Until `ws` listens, a reset of the connection would be nobody's error and end the process.
    const ignore = () => socket.destroy();
    socket.on("error", ignore);
    // Half open, it would be held for as long as its client likes.
    const refuse = (status: string) =>
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
    if (this.stopping) return void refuse("503 Service Unavailable");
    if (isForeignOrigin(request, this.options.allowedOrigins)) return void refuse("403 Forbidden");
    const address = this.options.addressOf(request);
    // Not by a close code: its handshake would keep the socket of each of thousands.
    if (!this.connects.take(address, 1)) return void refuse("429 Too Many Requests");
    void this.admit(request).then((admitted) => {
      if (socket.destroyed) return;
      socket.off("error", ignore);
      this.doors.handleUpgrade(request, socket, head, (ws) => {
        // `ws` closes by itself and goes on draining: cut now, a client in the middle of a large frame would
        // see a reset in the place of the close code.
        ws.on("error", doNothing);
        if (admitted instanceof Closing) ws.close(admitted.code, admitted.message);
        else this.connect(ws, socket, address, admitted);
      });
    });
  }

  /** Stops reading, makes durable what has come, and tells everybody to come back. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.beat);
    for (const end of this.ends) end();
    await this.rooms.close();
  }

  private async admit(request: IncomingMessage): Promise<Admitted | Closing> {
    const { rightsNews } = this;
    try {
      const asked = this.parse(request);
      const { credentials, sectionId, isOldClient } = asked;
      const authority = await this.rights.admit(credentials, sectionId, isOldClient);
      return { asked, authority, room: await this.rooms.open(sectionId), rightsNews };
    } catch (error) {
      if (error instanceof Closing) return error;
      this.options.onFault(error, "a co-editing connection could not be opened");
      return new Closing("tryAgainLater", "not available now");
    }
  }

  private parse(request: IncomingMessage): Request {
    const url = new URL(request.url ?? "", "ws://upiao.invalid");
    const sectionId = /^\/sync\/([^/]+)$/.exec(url.pathname)?.[1] ?? "";
    if (!uuid.test(sectionId)) throw new Closing("noSuchSection", "no such section");
    const schema = url.searchParams.get("schema");
    const ticket = url.searchParams.get("ticket");
    return {
      sectionId: sectionId.toLowerCase(),
      credentials: ticket === null ? { token: tokenOf(request) } : { ticket },
      wantsOwnMessages: url.searchParams.get("ack") === "1",
      // A program that names no schema writes plain Yjs and knows what it does.
      isOldClient: schema !== null && schema !== String(this.options.schemaNumber),
    };
  }

  private connect(
    socket: WebSocket,
    stream: Duplex,
    address: string,
    { asked, authority, room, rightsNews }: Admitted,
  ): void {
    const { wantsOwnMessages, isOldClient } = asked;
    const connection = new Connection({
      socket,
      stream,
      room,
      authority,
      address,
      wantsOwnMessages,
      isOldClient,
      door: this.door,
    });
    socket.on("close", () => this.rooms.leave(connection));
    this.rooms.join(connection);
    // Rights may have changed between the question and now.
    if (rightsNews !== this.rightsNews) void this.renew(connection);
  }

  /** One for all connections: there may be many thousands. */
  private openDoor(): Door {
    const { rooms, persons, addresses, options } = this;
    return {
      mayCost: ({ userId }, address, cost, now) =>
        persons.take(userId, cost, now) && addresses.take(address, cost, now),
      get isFull() {
        return rooms.isFull;
      },
      get isDatabaseAway() {
        return rooms.isDatabaseAway;
      },
      onAwareness: (room) => rooms.relayAwarenessSoon(room),
      onFault: (error) => options.onFault(error, "a co-editing message could not be handled"),
    };
  }

  private onRights(news: News["rights"]): void {
    this.recheck(({ viewer, room }) => {
      if (news.userId) return viewer.userId === news.userId;
      if (news.sessionId) return viewer.sessionId === news.sessionId;
      return news.sectionId ? room.sectionId === news.sectionId : true;
    });
  }

  private recheck(concerns: (connection: Connection) => boolean): void {
    this.rightsNews++;
    for (const connection of this.rooms.connections()) if (concerns(connection)) void this.renew(connection);
  }

  private async renew(connection: Connection): Promise<void> {
    const { viewer, room, isOldClient } = connection;
    if (connection.hasEnded) return;
    try {
      connection.renew(await this.rights.renew(viewer, room.sectionId, isOldClient));
    } catch (error) {
      // Without a database nothing of theirs is kept nor shown: they are asked about once it is back.
      if (isDatabaseAway(error) && !this.stopping) {
        setTimeout(() => void this.renew(connection), awayPauseMs.most).unref();
        return;
      }
      if (!(error instanceof Closing)) this.options.onFault(error, "rights could not be asked");
      connection.end(error instanceof Closing ? error : new Closing("tryAgainLater", "not available now"));
    }
  }

  private onBeat(): void {
    const now = Date.now();
    for (const connection of this.rooms.connections()) {
      if (!connection.beat()) connection.terminate();
      // In time: what it knows may be old, if the session was prolonged elsewhere.
      if (connection.viewer.sessionExpiresAt.getTime() < now + 2 * beatMs) void this.renew(connection);
    }
    this.rooms.beat(now);
    for (const buckets of [this.persons, this.addresses, this.connects]) buckets.forgetFull();
  }
}
