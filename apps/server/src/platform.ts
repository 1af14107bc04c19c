import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buildApi } from "@upiao/api";
import { openPostgresBus, openRedisBus } from "@upiao/bus";
import { catalogue, planTemplate } from "@upiao/catalog";
import { openDatabase } from "@upiao/db";
import { schemaNumber } from "@upiao/document";
import { forgetExpired, LoginDesk } from "@upiao/identity";
import { portalDoor } from "@upiao/portal";
import { SyncServer } from "@upiao/sync";
import express from "express";
import type { Logger } from "pino";
import { addressOf } from "./address-of.ts";
import { calendarDoor } from "./calendar/calendar-door.ts";
import type { Config } from "./config.ts";
import { demoAccounts } from "./demo/accounts.ts";
import { openExporting } from "./exporting.ts";
import { faultOf } from "./fault-of.ts";
import { openFolding } from "./folding.ts";
import { Jobs } from "./jobs/jobs.ts";
import { jobsOf } from "./jobs/jobs-of.ts";
import { keepPost } from "./mail/keep-post.ts";
import { smtpPost } from "./mail/smtp-post.ts";
import { unsubscribeDoor } from "./mail/unsubscribe-door.ts";
import { openMetrics } from "./metrics.ts";
import { plainEnd } from "./plain-end.ts";
import { securityHeaders } from "./security-headers.ts";
import { webClient } from "./web-client.ts";

/** Connections of all processes of a machine: PostgreSQL allows 100 where nobody has changed it, and each process has two
 *  more. One that has fewer than four would wait for itself; who does the jobs keeps one for hearing of them. */
const connections = { ofAll: 16, ofEachAtLeast: 4, ofJobs: 1 };
const forgetEveryMs = 10 * 60_000;
/** Connections that may wait to be taken: of a thousand that come at once after a restart, those beyond Node's 511 would
 *  be heard a second later. */
const backlog = 4_096;
/** Whoever connects says what they want within this time, looked after so often. */
const patience = { headersTimeout: 10_000, connectionsCheckingInterval: 2_500 };

export interface Platform {
  readonly url: string;
  /** Makes durable what has come, tells everybody to come back, and ends. */
  stop(): Promise<void>;
}

/** Builds the parts on a database that is prepared and opens the doors. */
export async function openPlatform(config: Config, databaseUrl: string, log: Logger): Promise<Platform> {
  const share = Math.max(connections.ofEachAtLeast, Math.ceil(connections.ofAll / config.workers));
  const poolSize = share + (config.doesJobs ? connections.ofJobs : 0);
  const database = await openDatabase(databaseUrl, { poolSize });
  const onBusError = (error: unknown) => log.warn(faultOf(error), "news between nodes do not come through");
  const bus = config.redisUrl
    ? await openRedisBus(config.redisUrl, databaseUrl, onBusError)
    : await openPostgresBus(databaseUrl, onBusError);
  const folding = openFolding();
  const sync = new SyncServer({
    database,
    bus,
    schemaNumber,
    allowedOrigins: config.allowedOrigins,
    addressOf: (request) => addressOf(request, config.proxies),
    fold: folding.fold,
    onFault: (error, what) => log.error(faultOf(error), what),
  });
  const metrics = openMetrics({ load: () => sync.load, isBusConnected: () => bus.isConnected });
  const api = await buildApi({
    database,
    bus,
    loginDesk: new LoginDesk(database),
    log,
    planTemplate: planTemplate(),
    catalogue: catalogue(),
    demoAccounts: config.seed === "demo" ? demoAccounts() : [],
    keepsMail: config.mail === null,
    introspection: config.introspection,
    secureCookies: config.secureCookies,
    allowedOrigins: config.allowedOrigins,
    onNotFound: () => metrics.notFound.inc(),
  });

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.proxies);
  app.use(securityHeaders());
  app.get("/health/live", (_request, response) => void response.json({ live: true }));
  app.get("/health/ready", async (_request, response) => {
    const ready = await database.query("SELECT 1").then(
      () => true,
      () => false,
    );
    // Without news the nodes read the log: slower, but nothing that would be better on another node.
    response.status(ready ? 200 : 503).json({ ready, bus: bus.isConnected ? "connected" : "away" });
  });
  app.get("/metrics", async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.print());
  });
  let site = config.publicUrl ?? "";
  const calendars = calendarDoor({
    database,
    site: () => site,
    onNotFound: () => metrics.notFound.inc(),
  });
  const portal = portalDoor({
    database,
    site: () => site,
    onFault: (error) => log.error(faultOf(error), "a page of the portal could not be made"),
  });
  if (config.role !== "sync")
    app.use(api.middleware, unsubscribeDoor(database), calendars, portal, webClient());
  app.use(plainEnd((error) => log.error(faultOf(error), "a request could not be answered")));

  const server = createServer(patience, app);
  server.on("upgrade", (request, socket, head) => {
    const path = request.url?.split("?")[0] ?? "";
    if (path.startsWith("/sync/") && config.role !== "api") sync.handleUpgrade(request, socket, head);
    else if (path === "/graphql" && config.role !== "sync") api.handleUpgrade(request, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n", () => socket.destroy());
  });
  await listen(server, config);
  const forgetting = setInterval(() => {
    forgetExpired(database).catch((error: unknown) =>
      log.error(faultOf(error), "what has expired could not be removed"),
    );
  }, forgetEveryMs);
  forgetting.unref();
  const { port } = server.address() as AddressInfo;
  const url = `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`;
  site ||= url;
  const post = config.mail ? smtpPost(database, config.mail, log) : keepPost(database);
  const press = openExporting();
  const jobs = config.doesJobs
    ? new Jobs({ database, log, ...jobsOf({ database, bus, post, press, site }) })
    : null;

  return {
    url,
    async stop() {
      clearInterval(forgetting);
      server.close();
      await jobs?.stop();
      await press.close();
      post.close();
      await sync.stop();
      await folding.close();
      await api.stop();
      server.closeAllConnections();
      await bus.close();
      await database.destroy();
    },
  };
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog }, resolve);
  });
}
