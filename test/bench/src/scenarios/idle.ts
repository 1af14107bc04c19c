import { residentBytes } from "../cpu.ts";
import { Crowd, pause } from "../load/crowd.ts";
import type { Scenario } from "./index.ts";

const sections = 500;
const connections = 2_000;
const words = "Parole che stanno in una sezione qualunque di un piano. ".repeat(100);

/** Memory of each open section with a text, and of each idle connection beyond the first. */
export const idle: Scenario = async (server) => {
  const rooms = await server.makeRooms(sections);
  const warm = new Crowd(server);
  await warm.enter(await server.makeRooms(20), 5);
  await settled();
  const before = residentBytes(server.pid);
  const authors = new Crowd(server);
  try {
    await authors.enter(rooms, 1);
    for (const author of authors.people)
      for (let index = 0; index < 20; index++) author.write(words.slice(0, 280));
    await settled();
    const open = residentBytes(server.pid);
    const crowd = new Crowd(server);
    await crowd.enter(rooms.slice(0, 20), connections / 20);
    await settled();
    const full = residentBytes(server.pid);
    await crowd.leave();
    if (before === null || open === null || full === null) return null;
    const perConnection = (full - open) / connections;
    return { perConnection, perSection: (open - before) / sections - perConnection };
  } finally {
    await authors.leave();
    await warm.leave();
  }
};

const settled = () => pause(4_000);
