import {
  describeWithRedis,
  type OpenSection,
  Program,
  startRedis,
  startServer,
  type TestRedis,
  type TestServer,
  until,
} from "@upiao/test";
import { createClient } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";

let one: TestServer;
let other: TestServer;
let section: string;
const opened: OpenSection[] = [];

afterEach(() => {
  for (const open of opened.splice(0)) open.close();
});

async function open(node: TestServer, address: string): Promise<OpenSection> {
  const open = await (await Program.login(node.url, address)).open(section);
  opened.push(open);
  return open;
}

describe("two nodes on one database, with PostgreSQL between them", () => testNodes());

await describeWithRedis("two nodes on one database, with Redis between them", () => testNodes(startRedis));

function testNodes(start?: () => Promise<TestRedis>): void {
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    redis = await start?.();
    const env: Record<string, string> = redis ? { REDIS_URL: redis.url } : {};
    one = await startServer({ env });
    other = await startServer({ beside: one, env });
    section = await (await Program.login(one.url, "redattore.lucca")).sharedSection();
  });

  afterAll(async () => {
    await other?.stop();
    await one?.stop();
    await redis?.stop();
  });

  it("[SY36] show what is written on one to who is on the other, and both at once", async () => {
    const lucca = await open(one, "redattore.lucca");
    const capannori = await open(other, "redattore.capannori");
    const mine = lucca.write("dal primo nodo: ");
    await until(() => capannori.text.includes("dal primo nodo: "));
    const theirs = capannori.write("dal secondo nodo: ");
    for (let index = 0; index < 50; index++) {
      mine.insert(mine.length, `u${index} `);
      theirs.insert(theirs.length, `d${index} `);
    }
    await until(() => lucca.text.includes("d49 ") && capannori.text.includes("u49 "));
    expect(lucca.text).toBe(capannori.text);
  });

  it("[SY27] tell each other who is there, and who is there no more", async () => {
    const lucca = await open(one, "redattore.lucca");
    const capannori = await open(other, "redattore.capannori");
    capannori.provider.awareness.setLocalStateField("cursor", null);
    const seen = () => lucca.provider.awareness.getStates().get(capannori.doc.clientID);
    await until(() => seen()?.user?.name === "Paolo Matteucci");
    capannori.close();
    await until(() => seen() === undefined);
  });

  it("[SY36] show on one what was written on the other before a kill -9 of it", async () => {
    const capannori = await open(other, "redattore.capannori");
    const text = capannori.write("prima della fine: ");
    for (let index = 0; index < 30; index++) text.insert(text.length, `k${index} `);
    const lucca = await open(one, "redattore.lucca");
    await until(() => lucca.text.includes("k10 "));
    const shown = lucca.text;
    await other.kill("SIGKILL");
    await other.restart();
    const fresh = await open(other, "redattore.barga");
    const words = [...shown.matchAll(/k\d+ /g)].map(([word]) => word);
    expect(words.filter((word) => !fresh.text.includes(word))).toEqual([]);
  });

  it("[SY21] [T05] [T06] close on one what rested on a right that was taken on the other", async () => {
    const reviewer = await Program.login(other.url, "revisore.lucca");
    const held = await open(other, "revisore.lucca");
    const socket = createClient({
      url: `${other.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${reviewer.token}` },
      retryAttempts: 0,
    });
    let heard = 0;
    const ended = new Promise<string>((resolve) => {
      socket.subscribe(
        {
          query: "subscription ($id: ID!) { sectionChanged(sectionId: $id) { id } }",
          variables: { id: section },
        },
        {
          next: ({ errors }) => {
            heard++;
            if (errors) resolve(String(errors[0]?.extensions?.code));
          },
          error: (error) => resolve(JSON.stringify(error)),
          complete: () => resolve("complete"),
        },
      );
    });
    const rtd = await Program.login(one.url, "rtd.lucca");
    await until(async () => {
      await rtd.ask("mutation ($id: ID!) { setSectionClosed(sectionId: $id, closed: true) { id } }", {
        id: section,
      });
      return heard > 0;
    });
    await (await Program.login(one.url, "admin.lucca")).takeRolesOf("revisore.lucca");
    await until(() => held.closeCodes.length > 0);
    expect(held.closeCodes[0]).toBe(4403);
    expect(await ended).toContain("NOT_FOUND");
    await socket.dispose();
  });
}
