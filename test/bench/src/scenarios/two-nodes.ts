import { Crowd } from "../load/crowd.ts";
import type { Scenario } from "./index.ts";
import { measure } from "./measure.ts";

/** The delay between people on one node, and between people on two. Of ours only. */
export const twoNodes: Scenario = async (server, cluster, { seconds }) => {
  if (server.name !== "upiao") return null;
  const beside = await server.startBeside();
  const figures: Record<string, number> = {};
  try {
    for (const [name, place] of [
      ["one", (room) => room],
      ["two", beside.at],
    ] as const satisfies [string, typeof beside.at][]) {
      const rooms = await server.makeRooms(20);
      const writers = new Crowd(server);
      const crowd = new Crowd(server);
      await writers.enter(rooms, 1);
      Object.assign(writers.tally, { delays: crowd.tally.delays, sentAt: crowd.tally.sentAt });
      for (const room of rooms) crowd.rooms.push(await crowd.enterRoom(place(room), 5));
      for (const writer of writers.people) Object.assign(writer, { tally: crowd.tally });
      crowd.every(10, writers.people, (person) => person.write());
      const { p50, p99 } = await measure(server, cluster, crowd, seconds);
      Object.assign(figures, { [`${name}P50`]: p50, [`${name}P99`]: p99 });
      await crowd.leave();
      await writers.leave();
    }
    return { ...figures, added: figures.twoP50! - figures.oneP50! };
  } finally {
    await beside.stop();
  }
};
