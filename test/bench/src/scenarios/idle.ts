import { Crowd, pause } from "../load/crowd.ts";
import type { Scenario } from "./index.ts";

const sections = 100;
const connections = 2_000;
/** A section as it is after some weeks: letters, of which every third was taken back. */
const edits = 10_000;
const editsAtOnce = 100;

/** What is held for each open section with a history, and for each idle connection beyond the first. */
export const idle: Scenario = async (server) => {
  const rooms = await server.makeRooms(sections);
  const warm = new Crowd(server);
  await warm.enter(await server.makeRooms(20), 5);
  const before = await held(server);
  const authors = new Crowd(server);
  try {
    await authors.enter(rooms, 1);
    for (let written = 0; written < edits; written += editsAtOnce) {
      for (const author of authors.people) author.writeMany(editsAtOnce);
      await pause(50);
    }
    const open = await held(server);
    const crowd = new Crowd(server);
    await crowd.enter(rooms.slice(0, 20), connections / 20);
    const full = await held(server);
    await crowd.leave();
    const perConnection = (full - open) / connections;
    return { perConnection, perSection: (open - before) / sections - perConnection };
  } finally {
    await authors.leave();
    await warm.leave();
  }
};

/** Once what was under way has settled. */
async function held(server: { heldBytes(): Promise<number> }): Promise<number> {
  await pause(4_000);
  return server.heldBytes();
}
