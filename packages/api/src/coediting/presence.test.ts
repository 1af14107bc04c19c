import { type Bus, openPostgresBus, type PresentPerson } from "@upiao/bus";
import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { connect, listen } from "../../test/live.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { PresenceBoard } from "./presence-board.ts";

const query = "query ($id: ID!) { section(id: $id) { present { name bodyName role } } }";
const subscription =
  "subscription ($ids: [ID!]!) { presence(sectionIds: $ids) { sectionId present { name } } }";

const edo = personNamed("Edo");
const ida = personNamed("Ida");

let served: Served;
let world: World;
let editor: TestPerson;
/** A node of the sync server. */
let node: Bus;
let client: Client | null = null;

beforeAll(async () => {
  served = await serve({ presenceMs: 400 });
  world = await makeWorld(served.database);
  editor = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  node = await openPostgresBus(served.databaseUrl, () => {});
});

afterEach(async () => {
  await client?.dispose();
  client = null;
});

afterAll(async () => {
  await node.close();
  await served.close();
});

function personNamed(name: string): PresentPerson {
  return { id: `id of ${name}`, name, bodyName: "Alfa", role: "EDITOR" };
}

async function present(id: string): Promise<string[]> {
  const { data } = await ask(served, query, { token: editor.token, variables: { id } });
  return data.section.present.map((person: { name: string }) => person.name);
}

function say(sectionId: string, ...people: PresentPerson[]): void {
  node.publish("presence", { sections: [{ sectionId, present: people }] });
}

describe("who is in a section", () => {
  it("is told to who follows it: how it stands, who comes, who goes", async () => {
    const id = world.sections.shared;
    client = connect(served, editor.token);
    const following = listen(client, subscription, { ids: [id, world.sections.alfaDraft, id] });
    const first = [await following.next(), await following.next()].map(({ data }) => data.presence);
    expect(first).toEqual(
      expect.arrayContaining([
        { sectionId: id, present: [] },
        { sectionId: world.sections.alfaDraft, present: [] },
      ]),
    );
    say(id, edo);
    expect((await following.next()).data.presence).toEqual({ sectionId: id, present: [{ name: "Edo" }] });
    say(id, edo, ida);
    expect((await following.next()).data.presence.present).toEqual([{ name: "Edo" }, { name: "Ida" }]);
    say(id);
    expect((await following.next()).data.presence.present).toEqual([]);
  });

  it("is asked for beside the section", async () => {
    say(world.sections.alfaDraft, edo);
    await expect.poll(() => present(world.sections.alfaDraft)).toEqual(["Edo"]);
    say(world.sections.alfaDraft);
    await expect.poll(() => present(world.sections.alfaDraft)).toEqual([]);
  });

  it("counts a person once who is there on two nodes, and until they have left both", async () => {
    const id = world.sections.betaDraft;
    const other = await openPostgresBus(served.databaseUrl, () => {});
    const board = new PresenceBoard(served.bus);
    say(id, edo, ida);
    other.publish("presence", { sections: [{ sectionId: id, present: [edo] }] });
    await expect.poll(() => board.presentIn(id)).toHaveLength(2);
    say(id);
    await expect.poll(() => board.presentIn(id)).toEqual([edo]);
    other.publish("presence", { sections: [{ sectionId: id, present: [] }] });
    await expect.poll(() => board.presentIn(id)).toEqual([]);
    board.stop();
    await other.close();
  });

  it("is forgotten when the node that said so is silent, and followers are told", async () => {
    const id = world.sections.shared;
    client = connect(served, editor.token);
    const following = listen(client, subscription, { ids: [id] });
    await following.next();
    say(id, edo);
    expect((await following.next()).data.presence.present).toEqual([{ name: "Edo" }]);
    expect((await following.next()).data.presence.present).toEqual([]);
  });

  it("is asked of all nodes by one that starts", async () => {
    const asked = new Promise((resolve) => node.subscribe("roll", resolve));
    const board = new PresenceBoard(served.bus);
    await asked;
    board.stop();
  });

  it("is not told again when a node merely repeats it", async () => {
    const told: string[] = [];
    const board = new PresenceBoard(served.bus);
    board.onChange((sectionId) => told.push(sectionId));
    say("one", edo);
    say("one", edo);
    say("two", edo);
    await expect.poll(() => told).toContain("two");
    expect(told.filter((id) => id === "one")).toHaveLength(1);
    board.stop();
  });
});
