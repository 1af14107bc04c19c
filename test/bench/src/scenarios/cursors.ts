import { Crowd } from "../load/crowd.ts";
import type { Scenario } from "./index.ts";
import { measure } from "./measure.ts";

/** 10 sections × 20 people, each of whom moves 10 times a second: more than this, and not every server keeps up. */
export const cursors: Scenario = async (server, cluster, { seconds }) => {
  const crowd = new Crowd(server);
  try {
    await crowd.enter(await server.makeRooms(10), 20);
    crowd.every(10, crowd.people, (person) => person.moveCursor());
    const figures = await measure(server, cluster, crowd, seconds, "cursorDelays");
    // A server that sends on only the latest delivers fewer: what counts is what each move costs to show to everybody.
    const asked = 10 * 20 * 19 * 10;
    const { cpuPerMillion, perSecond } = figures;
    return {
      ...figures,
      cpuPerMillionMoves: cpuPerMillion === null ? null : (cpuPerMillion * perSecond) / asked,
    };
  } finally {
    await crowd.leave();
  }
};
