import { Crowd } from "../load/crowd.ts";
import type { Scenario } from "./index.ts";

const rooms = 20;
const people = 50;
const words = "Una sezione di media lunghezza, scritta da più persone. ".repeat(200);

/** 1,000 people come at once to 20 sections with a text of some 11 kB: how long until each has it. */
export const reconnecting: Scenario = async (server) => {
  const made = await server.makeRooms(rooms);
  const authors = new Crowd(server);
  await authors.enter(made, 1);
  for (const author of authors.people) author.write(words);
  const reader = new Crowd(server);
  // Until the last has its text the rooms are not what they are to be. A relay keeps none.
  for (const room of server.name.startsWith("relay") ? [] : made) {
    for (;;) {
      const [person] = await reader.enterRoom(room, 1);
      const heard = person!.bytesHeard;
      person!.leave();
      if (heard > words.length) break;
    }
  }
  const crowd = new Crowd(server);
  const begun = performance.now();
  try {
    await Promise.all(made.map(async (room) => crowd.rooms.push(await crowd.enterRoom(room, people))));
    return { wallMs: performance.now() - begun };
  } finally {
    await crowd.leave();
    await authors.leave();
  }
};
