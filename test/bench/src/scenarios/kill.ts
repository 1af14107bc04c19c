import * as Y from "yjs";
import { Crowd, pause } from "../load/crowd.ts";
import type { Scenario } from "./index.ts";

/** The process is killed at a random moment: edits that somebody else had received, and that are gone afterwards. */
export const kill: Scenario = async (server, _cluster, { rounds }) => {
  if (server.name.startsWith("relay")) return null;
  let seen = 0;
  let lost = 0;
  for (let round = 0; round < rounds; round++) {
    const [room] = await server.makeRooms(1);
    const crowd = new Crowd(server, true);
    const people = await crowd.enterRoom(room!, 4);
    crowd.every(20, people.slice(0, 2), (person) => person.write());
    await pause(500 + Math.random() * 1500);
    await server.kill("SIGKILL");
    crowd.rest();
    await pause(50);
    await server.restart();
    const kept = await read(crowd, room!);
    for (const one of crowd.tally.seen!) {
      const [client, clock] = one.split("/").map(Number);
      seen++;
      if (Y.getState(kept.store, client!) <= clock!) lost++;
    }
    for (const person of people) person.leave();
  }
  return { seen, lost };
};

/** What a newcomer is given. */
async function read(crowd: Crowd, room: Parameters<Crowd["person"]>[0]): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const person = crowd.person(room);
  person.onUpdate = (update) => Y.applyUpdate(doc, update);
  await person.synced;
  await pause(200);
  person.leave();
  return doc;
}
