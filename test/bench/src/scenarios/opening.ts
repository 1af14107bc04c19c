import { Crowd, pause } from "../load/crowd.ts";
import type { Person } from "../load/person.ts";
import type { Server } from "../servers.ts";
import type { Result, Scenario } from "./index.ts";

const histories = [5_000, 50_000, 260_000];
const openings = 8;
const editsAtOnce = 50;

/** Opening a section with a long history on a server that has just started. Only of those that store. */
export const opening: Scenario = async (server) => {
  if (!server.databaseUrl) return null;
  const figures: Record<string, number> = {};
  for (const edits of histories) Object.assign(figures, await openAfter(server, edits));
  return figures;
};

async function openAfter(server: Server, edits: number): Promise<Result> {
  const [room] = await server.makeRooms(1);
  const crowd = new Crowd(server);
  const [author] = await crowd.enterRoom(room!, 1);
  await writeAll(author!, edits);
  const bytes = await settledBytes(server, room!);
  author!.leave();
  // Nobody is there any more: what a server does then, it does before anybody comes back.
  await pause(6_000);
  const times: number[] = [];
  for (let index = 0; index < openings; index++) {
    await server.kill("SIGTERM");
    await server.restart();
    // The first connection of a process pays for what is loaded then.
    const [other] = await server.makeRooms(1);
    const reader = new Crowd(server);
    (await reader.enterRoom(other!, 1))[0]!.leave();
    const begun = performance.now();
    const [person] = await reader.enterRoom(room!, 1);
    times.push(performance.now() - begun);
    person!.leave();
  }
  times.sort((one, two) => one - two);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { [`bytes${edits}`]: bytes, [`p50of${edits}`]: at(0.5), [`p95of${edits}`]: at(0.95) };
}

/** Most of it in messages of many edits, as from somebody who comes back from offline; the last 3,000 one by one. */
async function writeAll(author: Person, edits: number): Promise<void> {
  const single = Math.min(edits, 3_000);
  for (let written = 0; written < edits - single; written += editsAtOnce) {
    author.writeMany(editsAtOnce);
    await pause(5);
  }
  for (let written = 0; written < single; written++) {
    author.writeMany(1);
    if (written % 25 === 24) await pause(90);
  }
}

/** The text as a newcomer receives it, once nothing more is added. */
async function settledBytes(server: Server, room: { name: string; url: string }): Promise<number> {
  for (let last = -1; ; ) {
    const [reader] = await new Crowd(server).enterRoom(room, 1);
    const { bytesHeard } = reader!;
    reader!.leave();
    if (bytesHeard === last) return bytesHeard;
    last = bytesHeard;
    await pause(3_000);
  }
}
