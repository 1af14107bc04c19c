import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Bus } from "@upiao/bus";
import type { Catalogue, PlanTemplate } from "@upiao/domain";
import type { LoginDesk } from "@upiao/identity";
import { Router } from "express";
import type { DataSource } from "typeorm";
import { actFileDoor } from "./adoption/act-file-door.ts";
import { PresenceBoard } from "./coediting/presence-board.ts";
import type { Parts } from "./context.ts";
import { ErrorDesk } from "./errors/answer.ts";
import type { FaultLog } from "./errors/fault-log.ts";
import { exportDoor } from "./export/export-door.ts";
import { SubscriptionDoor } from "./live/subscription-door.ts";
import type { DemoAccount } from "./people/demo-account.ts";
import { HttpDoor } from "./requests/http-door.ts";
import { schemaOfCode } from "./schema.ts";

export interface ApiOptions {
  readonly database: DataSource;
  readonly bus: Bus;
  readonly loginDesk: LoginDesk;
  readonly log: FaultLog;
  /** The model of the PIAO, from the catalogue. */
  readonly planTemplate: PlanTemplate;
  /** What else plans refer to, from there too. */
  readonly catalogue: Catalogue;
  /** Offered on the login page; empty on every installation but the demonstration's. */
  readonly demoAccounts: readonly DemoAccount[];
  /** No mail server is set: mail is kept, for administrators to read. */
  readonly keepsMail: boolean;
  readonly introspection: boolean;
  /** TLS ends before the server and requests do not say so. Else a cookie is secure when its request was. */
  readonly secureCookies: boolean;
  /** Sites beside the server's own whose pages may open a subscription. */
  readonly allowedOrigins: readonly string[];
  /** Called for each answer NOT_FOUND, to be counted: who tries ids shows there. */
  readonly onNotFound?: () => void;
  /** A node of the sync server that is silent for this long has nobody in its rooms. */
  readonly presenceMs?: number;
}

export interface Api {
  /** Answers `/graphql` by HTTP, and the doors beside it for files. */
  readonly middleware: Router;
  /** Takes over a request to upgrade `/graphql` to a WebSocket. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes all subscriptions (1012) and lets go of the bus; the database and the bus stay open. */
  stop(): Promise<void>;
}

/** Builds the GraphQL door. */
export async function buildApi(options: ApiOptions): Promise<Api> {
  const { database, bus, loginDesk, log, planTemplate, catalogue, demoAccounts, keepsMail } = options;
  const { introspection, secureCookies, allowedOrigins, onNotFound = () => {} } = options;
  const presence = new PresenceBoard(bus, options.presenceMs);
  const parts: Parts = {
    database,
    bus,
    loginDesk,
    presence,
    planTemplate,
    catalogue,
    demoAccounts,
    keepsMail,
  };
  const schema = schemaOfCode();
  const errors = new ErrorDesk(log, onNotFound);
  const http = new HttpDoor({ schema, parts, errors, introspection, secureCookies });
  const subscriptions = new SubscriptionDoor({ schema, parts, errors, log, introspection, allowedOrigins });
  await http.start();
  const door = { parts, errors };
  return {
    middleware: Router().use(http.router, actFileDoor(door), exportDoor(door)),
    handleUpgrade: (request, socket, head) => subscriptions.handleUpgrade(request, socket, head),
    stop: async () => {
      presence.stop();
      await Promise.all([subscriptions.stop(), http.stop()]);
    },
  };
}
