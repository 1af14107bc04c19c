import { type OpenSection, Program, startServer, type TestServer, until } from "@upiao/test";
import * as encoding from "lib0/encoding";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";

let server: TestServer;
let lucca: Program;
let capannori: Program;
let auditor: Program;
let pisa: Program;
let section: string;
const opened: OpenSection[] = [];

beforeAll(async () => {
  server = await startServer();
  [lucca, capannori, auditor, pisa] = (await Promise.all(
    ["redattore.lucca", "redattore.capannori", "nucleo.lucca", "redattore.pisa"].map((address) =>
      Program.login(server.url, address),
    ),
  )) as [Program, Program, Program, Program];
  section = await lucca.sharedSection();
});

afterEach(() => {
  for (const open of opened.splice(0)) open.close();
});

afterAll(async () => {
  await server.stop();
});

async function open(program: Program, doc?: Y.Doc): Promise<OpenSection> {
  const open = await program.open(section, doc);
  opened.push(open);
  return open;
}

/** A bare socket, for what no well-behaved client sends. */
function connect(path: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}${path}`, { headers });
  const received: Uint8Array[] = [];
  socket.on("message", (data) => received.push(data as Uint8Array));
  const closed = new Promise<number>((resolve) => {
    socket.on("close", resolve);
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => {});
  });
  const isOpen = new Promise<void>((resolve) => socket.on("open", resolve));
  return { socket, received, closed, isOpen };
}

const asBearer = (program: Program) => ({ authorization: `Bearer ${program.token}` });

function updateFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

describe("two bodies write together", () => {
  it("[SY1] what both type at once in one paragraph is on both screens, whole", async () => {
    const [one, other] = [await open(lucca), await open(capannori)];
    const mine = one.write("insieme: ");
    await until(() => other.text.includes("insieme: "));
    const theirs = (other.doc.getXmlFragment("default").toArray().at(-1) as Y.XmlElement).get(0) as Y.XmlText;
    for (let index = 0; index < 20; index++) {
      mine.insert(mine.length, `l${index} `);
      theirs.insert(theirs.length, `c${index} `);
    }
    await until(() => one.text === other.text && one.text.includes("l19 ") && one.text.includes("c19 "));
    for (let index = 0; index < 20; index++) {
      expect(one.text).toContain(`l${index} `);
      expect(one.text).toContain(`c${index} `);
    }
  });

  it("what was written offline is there for all after the return", async () => {
    const [one, other] = [await open(lucca), await open(capannori)];
    one.provider.disconnect();
    one.write("scritto senza rete");
    other.write("scritto nel frattempo");
    one.provider.connect();
    await until(
      () => other.text.includes("scritto senza rete") && one.text.includes("scritto nel frattempo"),
    );
    expect(one.text).toBe(other.text);
  });

  it("[SY12] [T43] after a kill -9 everything that the other had been shown is there, once", async () => {
    const [one, other] = [await open(lucca), await open(capannori)];
    const text = one.write("parole: ");
    for (let index = 0; index < 100; index++) text.insert(text.length, `w${index} `);
    await until(() => other.text.includes("w40 "));
    await server.kill("SIGKILL");
    const shown = other.doc
      .getXmlFragment("default")
      .toArray()
      .at(-1)!
      .toString()
      .replace(/<[^>]*>/g, "");
    for (const each of opened.splice(0)) each.close();
    await server.restart();
    const stored = await lucca.plainText(section);
    expect(stored).toContain(shown.trim());
    expect(stored.split("Perché una strategia comune")).toHaveLength(2);
  });

  it("[SY16] a section folded into a snapshot is the same text, with nothing of it doubled", async () => {
    const one = await open(lucca);
    const text = one.write("piega: ");
    for (let index = 0; index < 600; index++) text.insert(text.length, "x");
    const other = await open(capannori);
    await until(() => other.text.includes("x".repeat(600)));
    const fresh = await open(capannori, new Y.Doc());
    expect(fresh.text).toBe(one.text);
  });
});

describe("who may not, gets nothing", () => {
  it("[SY2] [T11] without a session, with a ticket of another section, or of a foreign body: closed, with nothing sent before", async () => {
    const nobody = connect(`/sync/${section}`);
    expect(await nobody.closed).toBe(4401);
    const forged = connect(`/sync/${section}?ticket=${"x".repeat(43)}`);
    expect(await forged.closed).toBe(4401);
    const foreign = connect(`/sync/${section}`, asBearer(pisa));
    expect(await foreign.closed).toBe(4403);
    const own = await pisa.ask<{ sections: { edges: { node: { id: string } }[] } }>(
      "{ sections { edges { node { id } } } }",
    );
    const elsewhere = connect(
      `/sync/${section}?ticket=${await pisa.ticket(own.data.sections.edges[0]!.node.id)}`,
    );
    expect(await elsewhere.closed).toBe(4403);
    const unknown = connect("/sync/00000000-0000-4000-8000-000000000000", asBearer(lucca));
    expect(await unknown.closed).toBe(4404);
    for (const each of [nobody, forged, foreign, elsewhere, unknown]) expect(each.received).toEqual([]);
  });

  it("[SY2] [T12] a page of another site cannot open the socket with this person's cookie", async () => {
    const foreign = connect(`/sync/${section}`, { ...asBearer(lucca), origin: "https://example.org" });
    expect(await foreign.closed).toBe(403);
    const own = connect(`/sync/${section}`, { ...asBearer(lucca), origin: server.url });
    await own.isOpen;
    own.socket.close();
  });

  it("[T13] a ticket opens its section, is useless for GraphQL and stands in no log line", async () => {
    const ticket = await lucca.ticket(section);
    const first = connect(`/sync/${section}?ticket=${ticket}`);
    await first.isOpen;
    first.socket.close();
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${ticket}` },
      body: JSON.stringify({ query: "{ me { id } }" }),
    });
    expect(((await response.json()) as { data: { me: unknown } }).data.me).toBeNull();
    expect(server.log()).not.toContain(ticket);
  });

  it("[SY20] [T14] an auditor sees what is written, and what its client writes changes nothing for anyone", async () => {
    const [writer, reader] = [await open(lucca), await open(auditor)];
    writer.write("visto dal Nucleo");
    await until(() => reader.text.includes("visto dal Nucleo"));
    reader.write("scritto dal Nucleo");
    await until(() => reader.closeCodes.length > 0);
    expect(reader.closeCodes[0]).toBe(4403);
    reader.close();
    writer.write("dopo il tentativo");
    const fresh = await open(capannori);
    await until(() => fresh.text.includes("dopo il tentativo"));
    expect(fresh.text).not.toContain("scritto dal Nucleo");
    expect(await lucca.plainText(section)).not.toContain("scritto dal Nucleo");
  });

  it("[SY20] [T14] an empty update of a reader is tolerated", async () => {
    const reader = connect(`/sync/${section}`, asBearer(auditor));
    await reader.isOpen;
    reader.socket.send(updateFrame(Uint8Array.of(0, 0)));
    reader.socket.send(Uint8Array.of(0, 0, 1, 0));
    await until(() => reader.received.some((frame) => frame[0] === 0 && frame[1] === 1));
    expect(reader.socket.readyState).toBe(WebSocket.OPEN);
    reader.socket.close();
  });

  it("[SY17] [T15] text under another person's client id is refused, and its owner goes on writing", async () => {
    const owner = await open(lucca);
    const text = owner.write("mio ");
    const thief = await open(capannori);
    await until(() => thief.text.includes("mio "));
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(thief.doc));
    forged.clientID = owner.doc.clientID;
    let update: Uint8Array = new Uint8Array();
    forged.on("update", (bytes: Uint8Array) => {
      update = bytes;
    });
    (forged.getXmlFragment("default").toArray().at(-1) as Y.XmlElement).setAttribute("falso", "sì");
    const hostile = connect(`/sync/${section}`, asBearer(capannori));
    await hostile.isOpen;
    hostile.socket.send(updateFrame(update));
    expect(await hostile.closed).toBe(4403);
    text.insert(text.length, "e ancora mio");
    const fresh = await open(capannori);
    await until(() => fresh.text.includes("mio e ancora mio"));
    expect(fresh.text).not.toContain("falso");
  });

  it("[SY24] [T16] name, role and body of who is present come from the session, and who leaves disappears", async () => {
    const [liar, other] = [await open(capannori), await open(lucca)];
    liar.provider.awareness.setLocalStateField("user", { name: "Il Presidente", role: "ADMIN" });
    const seen = () =>
      other.provider.awareness.getStates().get(liar.doc.clientID) as {
        user?: { name: string; role: string };
      };
    await until(() => seen()?.user !== undefined);
    expect(seen().user).toMatchObject({ name: "Paolo Matteucci", role: "EDITOR" });
    liar.close();
    await until(() => seen() === undefined);
  });

  it.each([
    ["a truncated varint", Uint8Array.of(0, 2, 255)],
    ["an unknown message", Uint8Array.of(77)],
    ["an unknown step", Uint8Array.of(0, 9, 0)],
    ["an empty frame", new Uint8Array()],
    ["bytes that are no update", updateFrame(Uint8Array.of(9, 200, 200, 1))],
  ])("[SY3] [T17] %s closes its connection with 4400, and others go on", async (_what, frame) => {
    const healthy = await open(lucca);
    const hostile = connect(`/sync/${section}`, asBearer(capannori));
    await hostile.isOpen;
    hostile.socket.send(frame);
    expect(await hostile.closed).toBe(4400);
    expect(healthy.provider.wsconnected).toBe(true);
  });

  it("[SY3] [T17] a text frame closes its connection with 4400", async () => {
    const hostile = connect(`/sync/${section}`, asBearer(capannori));
    await hostile.isOpen;
    hostile.socket.send("ciao");
    expect(await hostile.closed).toBe(4400);
  });

  it("[SY29] [T18] a frame over the limit is refused with 4413 before it is read", async () => {
    const hostile = connect(`/sync/${section}`, asBearer(capannori));
    await hostile.isOpen;
    hostile.socket.send(new Uint8Array(9 * 1024 * 1024));
    expect(await hostile.closed).toBe(4413);
  });

  it("[SY30] [T23] a flood is cut with 4429, and honest fast typing is not", async () => {
    const honest = await open(lucca);
    const text = honest.write("veloce: ");
    for (let index = 0; index < 300; index++) text.insert(text.length, "v");
    const hostile = connect(`/sync/${section}`, asBearer(capannori));
    await hostile.isOpen;
    for (let index = 0; index < 20_000; index++) hostile.socket.send(Uint8Array.of(3));
    expect(await hostile.closed).toBe(4429);
    expect(honest.closeCodes).toEqual([]);
  });
});

describe("rights that end", () => {
  it("[SY21] [T06] [T07] who loses the last role is out within the second, with 4403", async () => {
    const reviewer = await Program.login(server.url, "revisore.lucca");
    const open = await reviewer.open(section);
    opened.push(open);
    await (await Program.login(server.url, "admin.lucca")).takeRolesOf("revisore.lucca");
    await until(() => open.closeCodes.length > 0);
    expect(open.closeCodes[0]).toBe(4403);
  });

  it("[SY21] [T36] signing out closes what is open", async () => {
    const short = await Program.login(server.url, "redattore.barga");
    const socket = connect(`/sync/${section}`, asBearer(short));
    await socket.isOpen;
    await short.ask("mutation { logout }");
    expect(await socket.closed).toBe(4401);
  });
});
