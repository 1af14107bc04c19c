import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { closeCodes } from "@upiao/domain";
import { findViewer, isForeignOrigin, tokenOf, type Viewer } from "@upiao/identity";
import { type ExecutionArgs, GraphQLError, type GraphQLSchema } from "graphql";
import {
  CloseCode,
  type Context as Connection,
  handleProtocols,
  makeServer,
  type Server,
  type SubscribePayload,
} from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { Context, type Parts } from "../context.ts";
import type { ErrorDesk } from "../errors/answer.ts";
import { describeFault } from "../errors/describe-fault.ts";
import type { FaultLog } from "../errors/fault-log.ts";
import { languageOf } from "../errors/language.ts";
import { beatMs, initMs, largestBodyBytes, mostSocketsOfPerson, mostSubscriptions } from "../limits.ts";
import { checkSubscription } from "../requests/check-request.ts";
import { tooComplex } from "../requests/limits-rule.ts";
import { guardSession } from "./guard-session.ts";
import { keepAlive } from "./keep-alive.ts";

export interface DoorOptions {
  readonly schema: GraphQLSchema;
  readonly parts: Parts;
  readonly errors: ErrorDesk;
  readonly log: FaultLog;
  readonly introspection: boolean;
  readonly allowedOrigins: readonly string[];
}

/** What the door knows of a connection. */
interface Guest {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  viewer: Viewer | null;
}

type GuestConnection = Connection<Record<string, unknown> | undefined, Guest>;

/** Subscriptions by graphql-ws (the `graphql-transport-ws` subprotocol), and nothing else. */
export class SubscriptionDoor {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestBodyBytes,
    // Compression would let a small message become a large one.
    perMessageDeflate: false,
    handleProtocols,
  });
  private readonly socketsOf = new Map<string, number>();
  /** Messages being answered, among them each subscription until it ends, and sockets being left. */
  private readonly working = new Set<Promise<void>>();
  private readonly protocol: Server<Guest>;

  constructor(private readonly options: DoorOptions) {
    const { errors } = options;
    this.protocol = makeServer<Record<string, unknown> | undefined, Guest>({
      connectionInitWaitTimeout: initMs,
      onConnect: (connection) => this.admit(connection),
      onSubscribe: (connection, _id, payload) => this.prepare(connection, payload),
      onError: ({ extra }, _id, _payload, found) =>
        found.map((error) => errors.answer(error, languageOf(extra.request))),
      onNext: ({ extra }, _id, _payload, _args, result) =>
        result.errors && {
          ...result,
          errors: result.errors.map((error) => errors.answer(error, languageOf(extra.request))),
        },
    });
    this.sockets.on("connection", (socket, request) => this.open(socket, request));
  }

  /** Takes over a request to upgrade to a WebSocket. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (isForeignOrigin(request, this.options.allowedOrigins)) {
      const refusal = "HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
      // Half open, it would be held for as long as its client likes.
      socket.end(refusal, () => socket.destroy());
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (opened) => {
      this.sockets.emit("connection", opened, request);
    });
  }

  /** Asks all clients to come back later, and waits until they have gone and nothing is asked for them any more. */
  async stop(): Promise<void> {
    const clients = [...this.sockets.clients];
    const gone = clients.map((client) => new Promise((resolve) => client.once("close", resolve)));
    for (const client of clients) client.close(closeCodes.restarting, "restarting");
    const patience = setTimeout(() => {
      for (const client of clients) client.terminate();
    }, 1_000);
    await Promise.all(gone);
    clearTimeout(patience);
    await Promise.all(this.working);
    this.sockets.close();
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        // Resolves when the bytes have left, so that a slow reader is not sent more meanwhile.
        send: (data) => new Promise((resolve) => socket.send(data, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => {
          socket.on("message", (data) => this.work(socket, take(String(data))));
        },
      },
      { socket, request, viewer: null },
    );
    keepAlive(socket, beatMs);
    // A frame that breaks the protocol or the limit of size: ws closes the socket with the right code.
    socket.on("error", () => {});
    socket.once("close", (code, reason) => this.work(socket, closed(code, String(reason))));
  }

  private work(socket: WebSocket, task: Promise<void>): void {
    const done = task
      .catch((fault) => {
        this.options.log.error(describeFault(fault), "a subscription's message failed");
        socket.close(CloseCode.InternalServerError, "internal error");
      })
      .finally(() => this.working.delete(done));
    this.working.add(done);
  }

  private async admit({ extra, connectionParams }: GuestConnection): Promise<boolean> {
    const { socket, request } = extra;
    const viewer = await this.viewerOf(request, connectionParams?.authorization);
    if (!viewer) {
      socket.close(closeCodes.notAuthenticated, "not authenticated");
      return false;
    }
    const count = (this.socketsOf.get(viewer.userId) ?? 0) + 1;
    if (count > mostSocketsOfPerson) {
      socket.close(closeCodes.tooMany, "too many connections");
      return false;
    }
    // It may have gone while the database was asked.
    if (socket.readyState !== socket.OPEN) return false;
    this.socketsOf.set(viewer.userId, count);
    const unguard = guardSession(this.options.parts, viewer, (error) => {
      if (error) this.options.log.warn(describeFault(error), "a session could not be looked at");
      if (error) socket.close(closeCodes.tryAgainLater, "try again later");
      else socket.close(closeCodes.notAllowed, "the session has ended");
    });
    socket.once("close", () => {
      unguard();
      this.leave(viewer.userId);
    });
    extra.viewer = viewer;
    return true;
  }

  private leave(userId: string): void {
    const count = (this.socketsOf.get(userId) ?? 1) - 1;
    if (count > 0) this.socketsOf.set(userId, count);
    else this.socketsOf.delete(userId);
  }

  /** A browser's cookie comes with the upgrade; a program names its token in the first message. */
  private async viewerOf(request: IncomingMessage, named: unknown): Promise<Viewer | null> {
    const headers = typeof named === "string" ? { authorization: named } : request.headers;
    const token = tokenOf({ headers });
    return token === null ? null : findViewer(this.options.parts.database, token);
  }

  private prepare({ extra, subscriptions }: GuestConnection, payload: SubscribePayload) {
    const { schema, parts, introspection } = this.options;
    try {
      if (Object.keys(subscriptions).length > mostSubscriptions) {
        return [tooComplex("subscriptions", mostSubscriptions)];
      }
      const checked = checkSubscription(schema, payload, introspection);
      if (!("kind" in checked)) return checked;
      const { operationName, variables: variableValues } = payload;
      const contextValue = new Context(parts, extra.viewer, null);
      return {
        schema,
        document: checked,
        operationName,
        variableValues,
        contextValue,
      } satisfies ExecutionArgs;
    } catch (error) {
      return [
        error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error }),
      ];
    }
  }
}
