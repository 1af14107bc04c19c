import { Crowd, pause } from "../load/crowd.ts";
import type { Person } from "../load/person.ts";
import type { Cluster, Server } from "../servers.ts";
import type { Options, Result, Scenario } from "./index.ts";
import { type Figures, measure } from "./measure.ts";

/** 20 sections × 20 people, 2 of whom write 10 letters a second. */
export const quiet: Scenario = (server, cluster, { seconds }) =>
  office(server, cluster, { rooms: 20, people: 20, writers: 2, perSecond: 10, warmUp: 80, seconds });

/** About 60,000 deliveries a second. */
export const steady: Scenario = (server, cluster, { seconds }) =>
  office(server, cluster, { rooms: 20, people: 20, writers: 8, perSecond: 20, warmUp: 20, seconds });

/** One room of 200, 4 of whom write. */
export const room200: Scenario = (server, cluster, { seconds }) =>
  office(server, cluster, { rooms: 1, people: 200, writers: 4, perSecond: 10, warmUp: 40, seconds });

/** More and more, until one delivery in a hundred takes longer than 100 ms or the rate asked for is not reached. */
export const ramp: Scenario = async (server, cluster, { seconds }) => {
  const [rooms, people, writing] = [20, 20, 6];
  const crowd = new Crowd(server);
  try {
    await crowd.enter(await server.makeRooms(rooms), people);
    const writers = crowd.rooms.flatMap((room) => room.slice(0, writing));
    crowd.every(20, writers, write);
    await pause(warmUpMs);
    let best: Result = { perSecond: 0 };
    for (let perSecond = 20; perSecond <= 256; perSecond *= 2 ** (1 / 3)) {
      crowd.rest();
      crowd.every(perSecond, writers, write);
      const figures = await measure(server, cluster, crowd, Math.max(3, seconds / 2));
      const asked = rooms * writing * perSecond * (people - 1);
      if (figures.p99 > 100 || figures.perSecond < asked * 0.9) break;
      best = { ...figures };
    }
    return best;
  } finally {
    await crowd.leave();
  }
};

const warmUpMs = 8_000;
const write = (person: Person) => person.write();

interface Office {
  readonly rooms: number;
  readonly people: number;
  readonly writers: number;
  readonly perSecond: number;
  /** How fast they write for some seconds before: a server that has just started runs code that is not compiled yet, and
   *  what counts is the hours after. */
  readonly warmUp: number;
  readonly seconds: number;
}

async function office(server: Server, cluster: Cluster, plan: Office): Promise<Result & Figures> {
  const crowd = new Crowd(server);
  try {
    await crowd.enter(await server.makeRooms(plan.rooms), plan.people);
    const writers = crowd.rooms.flatMap((people) => people.slice(0, plan.writers));
    crowd.every(plan.warmUp, writers, write);
    await pause(warmUpMs);
    crowd.rest();
    crowd.every(plan.perSecond, writers, write);
    return { ...(await measure(server, cluster, crowd, plan.seconds)) };
  } finally {
    await crowd.leave();
  }
}

export type { Options };
