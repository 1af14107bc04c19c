import { spawn } from "node:child_process";
import { open, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { readNote } from "./postmaster-note.ts";

const keptLogBytes = 1024 * 1024;

/** Replaying the log after a power cut takes time. */
export const recoverySeconds = 120;

/** Starts a server on the port and waits until it is ready: null, or why it is not. */
export async function launchPostmaster(cluster: Cluster, port: number): Promise<string | null> {
  const { size } = await stat(cluster.logFile).catch(() => ({ size: 0 }));
  const log = await open(cluster.logFile, size > keptLogBytes ? "w" : "a", 0o600);
  const logged = (await log.stat()).size;
  const settings = Object.entries(settingsFor(cluster.durable, port));
  const server = spawn(
    path.join(cluster.programs.folder, "postgres"),
    ["-D", cluster.told, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A session of its own: Ctrl-C at the terminal reaches us alone, and we flush before we stop it.
    { ...cluster.as, detached: true, stdio: ["ignore", log.fd, log.fd] },
  );
  server.unref();
  let end: string | null = null;
  server.once("error", (error) => {
    end = error.message;
  });
  server.once("exit", (status, signal) => {
    end ??= `exit ${status ?? signal}`;
  });
  await log.close();

  const deadline = Date.now() + recoverySeconds * 1000;
  for (;;) {
    if (end !== null) return (await complaintSince(cluster.logFile, logged)) ?? end;
    const note = await readNote(cluster);
    if (note && note.pid === server.pid && note.status === "ready") return null;
    if (Date.now() > deadline) {
      server.kill("SIGQUIT");
      return `${recoverySeconds} s`;
    }
    await delay(10);
  }
}

function settingsFor(durable: boolean, port: number): Record<string, string | number> {
  return {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    // Neither statements nor rows in the log: they are people's data.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
}

async function complaintSince(logFile: string, position: number): Promise<string | null> {
  const lines = (await readFile(logFile)).subarray(position).toString("utf8").trim().split("\n");
  const fatal = lines.findLast((line) => /(FATAL|PANIC): /.test(line)) ?? lines.at(-1);
  return fatal?.replace(/^.*?(FATAL|PANIC): +/, "") || null;
}
