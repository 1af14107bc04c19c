import {
  BareClient,
  type OpenSection,
  Program,
  startServer,
  type TestServer,
  until,
  Witnesses,
} from "@upiao/test";
import * as encoding from "lib0/encoding";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

type State = { user?: { name: string; role: string; body: string; id: string }; [key: string]: unknown };

let server: TestServer;
let capannori: Program;
let witnesses: Witnesses;
/** Somebody honest, and who looks at whom is there. */
let honest: OpenSection;
let onlooker: OpenSection;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  server = await startServer();
  witnesses = await Witnesses.open(server);
  capannori = await Program.login(server.url, "redattore.capannori");
});

beforeEach(async () => {
  const lucca = await Program.login(server.url, "redattore.lucca");
  honest = await lucca.open(witnesses.section);
  onlooker = await lucca.open(witnesses.section);
  opened.push(honest, onlooker);
  honest.provider.awareness.setLocalStateField("cursor", 7);
  await until(() => seen(honest.doc.clientID)?.cursor === 7);
});

afterEach(async () => {
  // The honest one is there, as themselves, and still heard.
  honest.provider.awareness.setLocalStateField("cursor", 8);
  await until(() => seen(honest.doc.clientID)?.cursor === 8);
  expect(seen(honest.doc.clientID)?.user?.name).toBe("Elena Bertolucci");
  for (const each of opened.splice(0)) each.close();
  await witnesses.goOn();
});

afterAll(async () => {
  witnesses?.leave();
  await server?.stop();
});

const states = () => onlooker.provider.awareness.getStates() as Map<number, State>;
const seen = (clientId: number) => states().get(clientId);

async function attack(): Promise<BareClient> {
  const client = new BareClient(server.url, `/sync/${witnesses.section}`, {
    authorization: `Bearer ${capannori.token}`,
  });
  opened.push(client);
  await client.isOpen;
  return client;
}

function say(client: BareClient, ...entries: [clientId: number, clock: number, state: string][]): void {
  const message = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const [clientId, clock, state] of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
  client.send(1, message);
}

describe("[T16] who is there", () => {
  it("[SY24] is who the session says, by name, role and body, whatever the client says of itself", async () => {
    const liar = await attack();
    const claims = { name: "Il Presidente", role: "ADMIN", body: "Provincia", id: "altro", color: "red" };
    say(liar, [5_001, 1, JSON.stringify({ user: claims, cursor: 1 })]);
    await until(() => seen(5_001)?.cursor === 1);
    expect(seen(5_001)!.user).toMatchObject({ name: "Paolo Matteucci", role: "EDITOR" });
    expect(JSON.stringify(seen(5_001))).not.toMatch(/Presidente|ADMIN|altro|red"/);
    liar.close();
    await until(() => seen(5_001) === undefined);
  });

  it("[SY25] is not changed, moved or sent away by another", async () => {
    const thief = await attack();
    say(thief, [5_002, 1, "{}"]);
    await until(() => seen(5_002) !== undefined);
    const theirs = honest.doc.clientID;
    say(
      thief,
      [theirs, 1_000, JSON.stringify({ cursor: 666 })],
      [theirs, 1_001, "null"],
      [5_002, 2, '{"n":1}'],
    );
    await until(() => seen(5_002)?.n === 1);
    expect(seen(theirs)).toMatchObject({ cursor: 7, user: { name: "Elena Bertolucci" } });
  });

  it("[SY25] is each connection once, under however many ids it speaks", async () => {
    const many = await attack();
    const before = states().size;
    say(
      many,
      ...Array.from({ length: 4_000 }, (_, index): [number, number, string] => [6_000 + index, 1, "{}"]),
    );
    say(many, [6_000, 2, '{"n":2}']);
    await until(() => seen(6_000)?.n === 2);
    expect(states().size).toBe(before + 1);
  });

  it.each<[string, number, (client: BareClient) => void]>([
    [
      "[SY26] a state beyond its length",
      4413,
      (client) => say(client, [5_003, 1, JSON.stringify({ much: "x".repeat(5_000) })]),
    ],
    [
      "[SY26] more states than people could be there",
      4413,
      (client) => say(client, ...Array(5_001).fill([5_003, 1, "{}"])),
    ],
    ["[SY26] a state that is no JSON", 4400, (client) => say(client, [5_003, 1, "{"])],
    ["[SY26] a state that is no object", 4400, (client) => say(client, [5_003, 1, "[1]"])],
    [
      "[SY25] a clock that no client reaches",
      4400,
      (client) => say(client, [5_003, Number.MAX_SAFE_INTEGER, "{}"]),
    ],
    ["a count of states that are not there", 4400, (client) => client.send(1, Uint8Array.of(200, 1))],
  ])("is told by no message with %s: it closes with %i", async (_what, code, work) => {
    const client = await attack();
    work(client);
    expect(await client.closed).toBe(code);
    expect(seen(5_003)).toBeUndefined();
  });

  it("is told to nobody who may not enter", async () => {
    const pisa = await Program.login(server.url, "redattore.pisa");
    const stranger = new BareClient(server.url, `/sync/${witnesses.section}`, {
      authorization: `Bearer ${pisa.token}`,
    });
    expect(await stranger.closed).toBe(4403);
    expect(stranger.received).toEqual([]);
  });
});
