import { BareClient, type OpenSection, Program, startServer, type TestServer, until } from "@upiao/test";
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

const connect = (path: string, headers?: Record<string, string>) => new BareClient(server.url, path, headers);

const asBearer = (program: Program) => ({ authorization: `Bearer ${program.token}` });

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
    reader.sendUpdate(Uint8Array.of(0, 0));
    await reader.ask();
    expect(reader.socket.readyState).toBe(WebSocket.OPEN);
    reader.socket.close();
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
