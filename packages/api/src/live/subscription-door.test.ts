import { request } from "node:http";
import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ask } from "../../test/ask.ts";
import { connect, type End, listen } from "../../test/live.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { mostFollowed, mostSocketsOfPerson, mostSubscriptions } from "../limits.ts";

const presence = "subscription ($ids: [ID!]!) { presence(sectionIds: $ids) { sectionId present { name } } }";
const protocol = "graphql-transport-ws";

let served: Served;
let world: World;
let editor: TestPerson;
const clients: Client[] = [];
const sockets: WebSocket[] = [];

beforeAll(async () => {
  served = await serve({ allowedOrigins: ["https://intranet.example"] });
  world = await makeWorld(served.database);
  editor = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  for (const socket of sockets.splice(0)) socket.terminate();
});

afterAll(() => served.close());

function open(headers: Record<string, string> = {}, protocols: string | string[] = protocol): WebSocket {
  const socket = new WebSocket(served.url.replace("http:", "ws:"), protocols, { headers });
  sockets.push(socket);
  return socket;
}

function closing(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once("close", resolve));
}

function message(socket: WebSocket): Promise<{ type: string; id?: string; payload?: unknown }> {
  return new Promise((resolve) => socket.once("message", (data) => resolve(JSON.parse(String(data)))));
}

async function opened(socket: WebSocket): Promise<WebSocket> {
  await new Promise((resolve) => socket.once("open", resolve));
  return socket;
}

/** A client of the editor, told to end what it began. */
function client(token: string | null = editor.token): Client {
  const made = connect(served, token);
  clients.push(made);
  return made;
}

function refusal(query: string, variables: Record<string, unknown> = {}): Promise<End> {
  return listen(client(), query, variables).end;
}

describe("[T12] a page of another site", () => {
  function statusFor(origin: string): Promise<number> {
    const key = Buffer.alloc(16).toString("base64");
    const upgrade = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13" };
    return new Promise((resolve) => {
      const headers = { ...upgrade, "sec-websocket-key": key, "sec-websocket-protocol": protocol, origin };
      const asked = request(served.url, { headers });
      asked.on("response", (response) => resolve(response.statusCode ?? 0));
      asked.on("upgrade", (response, socket) => {
        socket.destroy();
        resolve(response.statusCode ?? 0);
      });
      asked.end();
    });
  }

  it("opens no subscription, while the server's own pages and allowed ones do", async () => {
    expect(await statusFor("https://evil.example")).toBe(403);
    expect(await statusFor("null")).toBe(403);
    expect(await statusFor(new URL(served.url).origin)).toBe(101);
    expect(await statusFor("https://intranet.example")).toBe(101);
  });
});

describe("a socket", () => {
  it("is opened by a browser's cookie", async () => {
    const socket = await opened(open({ cookie: `upiao_session=${editor.token}` }));
    socket.send(JSON.stringify({ type: "connection_init" }));
    expect(await message(socket)).toEqual({ type: "connection_ack" });
  });

  it("[T11] is closed with 4401 without a session, with a wrong token, and with a pass to a section", async () => {
    const issue = "mutation ($id: ID!) { syncTicket(sectionId: $id) { ticket } }";
    const issued = await ask(served, issue, {
      token: editor.token,
      variables: { id: world.sections.shared },
    });
    const { ticket } = issued.data.syncTicket;
    expect((await ask(served, "{ myPlans { id } }", { token: ticket })).codes).toEqual(["NOT_AUTHENTICATED"]);
    for (const token of [null, "wrong", ticket]) {
      const listening = listen(client(token), presence, { ids: [world.sections.shared] });
      expect(await listening.end).toEqual({ kind: "closed", code: 4401 });
      expect(listening.events).toEqual([]);
    }
  });

  it("is closed with 4401 when it subscribes before it has said who it is", async () => {
    const socket = await opened(open({ cookie: `upiao_session=${editor.token}` }));
    socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: "subscription { x }" } }));
    expect(await closing(socket)).toBe(4401);
  });

  it.each([
    ["no JSON", "{"],
    ["another protocol's message", `{"type":"start","id":"1"}`],
    ["a list", "[]"],
    ["nothing", ""],
  ])("is closed with 4400 after %s", async (_, text) => {
    const socket = await opened(open());
    socket.send(text);
    expect(await closing(socket)).toBe(4400);
  });

  it("is closed after a message over the limit, with 1009", async () => {
    const socket = await opened(open());
    socket.send("x".repeat(200 * 1024));
    expect(await closing(socket)).toBe(1009);
  });

  it("is refused the protocol that graphql-ws has replaced", async () => {
    const socket = open({}, ["graphql-ws", protocol]);
    await opened(socket);
    expect(socket.protocol).toBe(protocol);
    const old = open({}, "graphql-ws");
    const answer = await new Promise((resolve) => {
      old.once("error", resolve);
      old.once("close", resolve);
    });
    expect(answer).toBeTruthy();
    expect(old.readyState).not.toBe(WebSocket.OPEN);
  });

  it("disturbs no other, however it ends", async () => {
    const following = listen(client(), presence, { ids: [world.sections.shared] });
    await following.next();
    const socket = await opened(open());
    socket.send("{");
    await closing(socket);
    const present = [{ id: editor.id, name: "Edo", bodyName: "Alfa", role: "EDITOR" }];
    served.bus.publish("presence", { sections: [{ sectionId: world.sections.shared, present }] });
    expect((await following.next()).data.presence.present).toEqual([{ name: "Edo" }]);
    served.bus.publish("presence", { sections: [{ sectionId: world.sections.shared, present: [] }] });
  });

  it("is one of few for the same person", async () => {
    const many = await makePerson(served.database, "Molti Socket", [
      { bodyId: world.bodies.alfa, role: "EDITOR" },
    ]);
    const ids = [world.sections.shared];
    for (let opening = 0; opening < mostSocketsOfPerson; opening++) {
      await listen(client(many.token), presence, { ids }).next();
    }
    const end = await listen(client(many.token), presence, { ids }).end;
    expect(end).toEqual({ kind: "closed", code: 4429 });
  });
});

describe("[T24] a subscription", () => {
  const complex = { kind: "refused", codes: ["TOO_COMPLEX"] };
  const malformed = { kind: "refused", codes: ["MALFORMED_REQUEST"] };

  it("is one of few on a socket", async () => {
    const one = client();
    for (let begun = 0; begun < mostSubscriptions; begun++) {
      await listen(one, presence, { ids: [world.sections.shared] }).next();
    }
    expect(await listen(one, presence, { ids: [world.sections.shared] }).end).toEqual(complex);
  });

  it("follows a bounded number of sections", async () => {
    const ids = Array.from({ length: mostFollowed + 1 }, () => world.sections.shared);
    const { errors } = await listen(client(), presence, { ids }).next();
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT", details: { field: "sectionIds" } } }]);
  });

  it("is bound in depth, cost and breadth as a query is", async () => {
    const section = (fields: string) => `subscription { sectionChanged(sectionId: "x") ${fields} }`;
    const plan = (fields: string) => `{ plan { outline { sections ${fields} } } }`;
    expect(await refusal(section(plan(plan(plan("{ id }")))))).toEqual(complex);
    expect(
      await refusal(section(plan("{ plan { outline { sections { plainText present { name } } } } }"))),
    ).toEqual(complex);
    const fields = Array.from({ length: 16 }, (_, index) => `a${index}: id`).join(" ");
    expect(await refusal(section(`{ ${fields} }`))).toEqual(complex);
  });

  it("is no way to send a query or a mutation, or to ask for the schema", async () => {
    expect(await refusal("{ me { id } }")).toEqual(malformed);
    expect(await refusal(`mutation { logout }`)).toEqual(malformed);
    expect(await refusal("subscription { __schema { types { name } } }")).toEqual(malformed);
    expect((await ask(served, "{ me { id } }", { token: editor.token })).data.me.id).toBe(editor.id);
  });

  it("with mistakes is refused, and the socket stays open", async () => {
    const one = client();
    for (const query of [
      "",
      "subscription {",
      "subscription { nothing }",
      "subscription A { ...F } fragment F on Subscription { ...F }",
    ]) {
      expect(await listen(one, query).end).toEqual(malformed);
    }
    await listen(one, presence, { ids: [world.sections.shared] }).next();
  });
});

describe("a server that stops", () => {
  it("asks its subscribers to come back, and leaves nothing behind", async () => {
    const other = await serve();
    const there = await makeWorld(other.database);
    const person = await makePerson(other.database, "Edo Alfa", [
      { bodyId: there.bodies.alfa, role: "EDITOR" },
    ]);
    const one = connect(other, person.token);
    const listening = listen(one, presence, { ids: [there.sections.shared] });
    await listening.next();
    await other.close();
    expect(await listening.end).toEqual({ kind: "closed", code: 1012 });
    expect(other.log).toEqual([]);
  });
});
