import {
  describeWithRedis,
  type OpenSection,
  Program,
  startRedis,
  startServer,
  type TestRedis,
  type TestServer,
  until,
  WireCutter,
} from "@upiao/test";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";

await describeWithRedis("two nodes with a Redis between them", () => {
  /** How the second node reaches Redis and PostgreSQL. */
  const wires = { redis: new WireCutter(), database: new WireCutter() };
  const opened: OpenSection[] = [];
  let redis: TestRedis;
  let one: TestServer;
  let other: TestServer;
  let section: string;

  beforeAll(async () => {
    redis = await startRedis();
    one = await startServer({ env: { REDIS_URL: redis.url } });
    other = await startServer({
      beside: one,
      env: {
        REDIS_URL: await wires.redis.lay(redis.url),
        DATABASE_URL: await wires.database.lay(one.databaseUrl),
      },
    });
    section = await (await Program.login(one.url, "redattore.lucca")).sharedSection();
  });

  afterEach(() => {
    for (const open of opened.splice(0)) open.close();
  });

  afterAll(async () => {
    await other?.stop();
    await one?.stop();
    await redis?.stop();
    for (const wire of Object.values(wires)) await wire.cut();
  });

  async function open(node: TestServer, address: string): Promise<OpenSection> {
    const open = await (await Program.login(node.url, address)).open(section);
    opened.push(open);
    return open;
  }
  const openBoth = async () =>
    [await open(one, "redattore.lucca"), await open(other, "redattore.capannori")] as const;

  /** Types word after word until it is told to stop; answers them all. */
  function type(open: OpenSection, mark: string): () => string[] {
    const text = open.write("");
    const words: string[] = [];
    const typing = setInterval(() => {
      const word = `${mark}${words.length};`;
      text.insert(text.length, word);
      words.push(word);
    }, 10);
    return () => {
      clearInterval(typing);
      return words;
    };
  }

  /** Both show one text, in which each of these stands once; and so does who comes later. */
  async function expectOneText(shown: readonly OpenSection[], words: readonly string[]): Promise<void> {
    expect(words.length).toBeGreaterThan(0);
    const last = words.at(-1)!;
    await until(() => shown.every(({ text }) => text.includes(last) && text === shown[0]!.text));
    const late = await open(other, "redattore.barga");
    await until(() => late.text === shown[0]!.text);
    expect(words.filter((word) => late.text.split(word).length !== 2)).toEqual([]);
  }

  /** What only one of them writes, each in its turn: whoever writes too finds out by it what the other has written. */
  async function expectShownAcross([first, second]: readonly [OpenSection, OpenSection], words: string) {
    first.write(`${words}, dal primo`);
    await until(() => second.text.includes(`${words}, dal primo`));
    second.write(`${words}, dal secondo`);
    await until(() => first.text.includes(`${words}, dal secondo`));
  }

  const healthOf = async (node: TestServer) => {
    const response = await fetch(`${node.url}/health/ready`);
    return { status: response.status, ...((await response.json()) as { ready: boolean; bus: string }) };
  };
  const busIs = (state: string, ...nodes: TestServer[]) =>
    until(async () => (await Promise.all(nodes.map(healthOf))).every(({ bus }) => bus === state));
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it("[T43] show one text with every word after 20 kills of Redis in the middle of typing", async () => {
    const shown = await openBoth();
    const typing = [type(shown[0], "uno"), type(shown[1], "due")];
    for (let round = 0; round < 20; round++) {
      await pause(100 + Math.random() * 300);
      await redis.kill();
      await pause(Math.random() * 300);
      await redis.restart();
    }
    const words = typing.flatMap((stop) => stop());
    await expectOneText(shown, words);
    expect(shown.flatMap(({ closeCodes }) => closeCodes)).toEqual([]);
    await busIs("connected", one, other);
  });

  it("[T06] go on without Redis and say so, and a right that ends closes on both all the same", async () => {
    const shown = await openBoth();
    const held = [await open(one, "revisore.lucca"), await open(other, "revisore.lucca")];
    await redis.kill();
    await busIs("away", one, other);
    expect(await healthOf(one)).toEqual({ status: 200, ready: true, bus: "away" });
    const metrics = async () => (await fetch(`${one.url}/metrics`)).text();
    expect(await metrics()).toMatch(/^upiao_bus_connected 0$/m);
    await expectShownAcross(shown, "senza Redis");
    const typing = [type(shown[0], "senza-uno"), type(shown[1], "senza-due")];
    await until(() => shown[0].text.includes("senza-due9;") && shown[1].text.includes("senza-uno9;"));
    await (await Program.login(one.url, "admin.lucca")).takeRolesOf("revisore.lucca");
    await until(() => held.every(({ closeCodes }) => closeCodes.length > 0));
    expect(held.map(({ closeCodes }) => closeCodes[0])).toEqual([4403, 4403]);
    await redis.restart();
    await busIs("connected", one, other);
    expect(await metrics()).toMatch(/^upiao_bus_connected 1$/m);
    await expectOneText(
      shown,
      typing.flatMap((stop) => stop()),
    );
  });

  it("[T45] go on when one of them is cut from Redis, and do not diverge", async () => {
    const shown = await openBoth();
    await wires.redis.cut();
    await busIs("away", other);
    await expectShownAcross(shown, "senza filo");
    const typing = [type(shown[0], "taglio-uno"), type(shown[1], "taglio-due")];
    await until(() => shown[0].text.includes("taglio-due9;") && shown[1].text.includes("taglio-uno9;"));
    expect((await healthOf(one)).bus).toBe("connected");
    await wires.redis.mend();
    await busIs("connected", one, other);
    await expectOneText(
      shown,
      typing.flatMap((stop) => stop()),
    );
  });

  it("[T45] go on when one of them is cut from PostgreSQL, and do not diverge when it is back", async () => {
    const shown = await openBoth();
    await wires.database.cut();
    await until(async () => !(await healthOf(other)).ready);
    const typing = [type(shown[0], "muro-uno"), type(shown[1], "muro-due")];
    await until(() => shown[0].text.includes("muro-uno50;"));
    await wires.database.mend();
    await busIs("connected", one, other);
    await until(() => shown[0].text.includes("muro-due50;") && shown[1].text.includes("muro-uno50;"));
    await expectOneText(
      shown,
      typing.flatMap((stop) => stop()),
    );
    expect(shown.flatMap(({ closeCodes }) => closeCodes)).toEqual([]);
  });
});
