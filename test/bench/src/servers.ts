import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { freePort, type Postgres, startPostgres } from "../../../apps/server/src/postgres/index.ts";
import { familyOf } from "./cpu.ts";
import { type Dialect, hocuspocus, yWebsocket } from "./load/dialect.ts";
import { makeRooms } from "./make-rooms.ts";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, "../../../../../..");

export const serverNames = [
  "upiao",
  "relay",
  "relay-joined",
  "hocuspocus",
  "hocuspocus-postgres",
  "y-websocket-server",
] as const;
export type ServerName = (typeof serverNames)[number];

/** A room of a server, as a client comes to it. */
export interface Room {
  readonly name: string;
  readonly url: string;
}

/** A server that runs, in a process of its own. */
export interface Server {
  readonly name: ServerName;
  readonly dialect: Dialect;
  readonly pid: number;
  /** Of its database, where it has one. */
  readonly databaseUrl: string | null;
  /** What JavaScript holds, without garbage. */
  heldBytes(): Promise<number>;
  makeRooms(count: number): Promise<Room[]>;
  /** The same rooms at another process on the same database. */
  startBeside(): Promise<{ at(room: Room): Room; stop(): Promise<void> }>;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
  /** On the same port and database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The PostgreSQL that all of them store in: each commit waits for the disk. */
export class Cluster {
  private constructor(
    readonly postgres: Postgres,
    readonly folder: string,
    readonly admin: pg.Client,
  ) {}

  static async start(): Promise<Cluster> {
    const folder = mkdtempSync(path.join(tmpdir(), "upiao-bench-"));
    const postgres = await startPostgres({ dataDir: folder, durable: true });
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    return new Cluster(postgres, folder, admin);
  }

  /** Of all its processes. */
  get pids(): number[] {
    const pid = Number(readFileSync(path.join(this.folder, "cluster/postmaster.pid"), "utf8").split("\n")[0]);
    return familyOf(pid);
  }

  async createDatabase(name: string): Promise<string> {
    await this.admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.admin.query(`CREATE DATABASE ${name}`);
    return this.postgres.url.replace(/[^/]+$/, name);
  }

  async stop(): Promise<void> {
    await this.admin.end();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Starts one of them, on a database of its own where it stores. */
export function startServer(name: ServerName, cluster: Cluster): Promise<Server> {
  return name === "upiao" ? startOurs(cluster) : startPeer(name, cluster);
}

let build: string | null = null;

/** The platform as it is in this checkout. */
export function buildOurs(): string {
  if (build) return build;
  build = path.join(root, "node_modules/.cache/upiao-bench-build");
  execFileSync(process.execPath, [path.join(root, "apps/server/scripts/build.mjs")], {
    env: { ...process.env, UPIAO_BUILD_DIR: build },
    stdio: ["ignore", 2, 2],
  });
  return build;
}

async function startOurs(cluster: Cluster): Promise<Server> {
  const databaseUrl = await cluster.createDatabase("bench_upiao");
  const main = path.join(buildOurs(), "server/main.js");
  const port = await freePort();
  const env = { DATABASE_URL: databaseUrl, UPIAO_SEED: "demo", PORT: String(port) };
  const url = `ws://127.0.0.1:${port}`;
  const running = await Running.start(main, env);
  return {
    ...parts(running, "upiao", yWebsocket, databaseUrl),
    async makeRooms(count) {
      const rooms = await makeRooms(`http://127.0.0.1:${port}`, count, { DATABASE_URL: databaseUrl });
      return rooms.map(({ sectionId, ticket }) => ({
        name: sectionId,
        url: `${url}/sync/${sectionId}?ticket=${ticket}`,
      }));
    },
    async startBeside() {
      const other = await freePort();
      const beside = await Running.start(main, { ...env, PORT: String(other) });
      return {
        at: (room) => ({ ...room, url: room.url.replace(`:${port}`, `:${other}`) }),
        stop: () => beside.kill("SIGTERM"),
      };
    },
  };
}

async function startPeer(name: Exclude<ServerName, "upiao">, cluster: Cluster): Promise<Server> {
  const file = name.startsWith("relay") ? "relay" : name.startsWith("hocus") ? "hocuspocus" : "y-websocket";
  const databaseUrl = name.endsWith("-postgres") ? await cluster.createDatabase("bench_peer") : null;
  const port = await freePort();
  const env = {
    PORT: String(port),
    JOINED: name === "relay-joined" ? "1" : "0",
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const running = await Running.start(path.join(here, `${file}.js`), env);
  let made = 0;
  return {
    ...parts(running, name, file === "hocuspocus" ? hocuspocus : yWebsocket, databaseUrl),
    makeRooms: async (count) =>
      Array.from({ length: count }, () => {
        const room = `room-${++made}`;
        return { name: room, url: `ws://127.0.0.1:${port}/${room}` };
      }),
    startBeside: async () => {
      throw new Error(`${name} is measured on one node`);
    },
  };
}

function parts(running: Running, name: ServerName, dialect: Dialect, databaseUrl: string | null) {
  return {
    name,
    dialect,
    databaseUrl,
    get pid() {
      return running.pid;
    },
    heldBytes: () => running.heldBytes(),
    kill: (signal: "SIGKILL" | "SIGTERM") => running.kill(signal),
    restart: () => running.restart(),
    stop: () => running.kill("SIGTERM"),
  };
}

/** With `BENCH_PROFILE=<folder>` each server leaves a CPU profile there when it ends. */
const profiling = process.env.BENCH_PROFILE
  ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
  : [];

/** A program in a process of its own, that says when it is ready. */
export class Running {
  private process!: ChildProcess;

  private constructor(
    private readonly file: string,
    private readonly env: Record<string, string>,
  ) {}

  static async start(file: string, env: Record<string, string>): Promise<Running> {
    const running = new Running(file, env);
    await running.restart();
    return running;
  }

  get pid(): number {
    return this.process.pid!;
  }

  async restart(): Promise<void> {
    const { PATH = "", REDIS_URL } = process.env;
    const env = { PATH, NODE_ENV: "production", ...(REDIS_URL ? { REDIS_URL } : {}), ...this.env };
    const args = [...profiling, "--expose-gc", "--import", path.join(here, "tell-memory.js"), this.file];
    this.process = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
    const lines = createInterface(this.process.stdout!);
    for await (const line of lines) if (/^(UPIAO )?ready/.test(line)) return;
    throw new Error(`${this.file} ended before it was ready`);
  }

  async heldBytes(): Promise<number> {
    this.process.send("memory");
    const [bytes] = (await once(this.process, "message")) as [number];
    return bytes;
  }

  async kill(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, "exit");
    this.process.kill(signal);
    await ended;
  }
}
