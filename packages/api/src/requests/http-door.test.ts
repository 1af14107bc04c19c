import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, send } from "../../test/ask.ts";
import { makePerson, openSession, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";

let served: Served;
let world: World;
let person: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  person = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
});

afterAll(() => served.close());

const logout = JSON.stringify({ query: "mutation { logout }" });

async function stillIn(token: string): Promise<boolean> {
  return (await ask(served, "{ me { id } }", { token })).data.me !== null;
}

describe("[T26] a mutation", () => {
  it.each([
    ["a plain text", "text/plain"],
    ["a form", "application/x-www-form-urlencoded"],
    ["a form with files", "multipart/form-data; boundary=x"],
    ["a plain text that names JSON", "text/plain; charset=utf-8; application/json"],
  ])("is not executed when a page of another site sends it as %s", async (_, type) => {
    const token = await openSession(served.database, person.id);
    const answer = await send(served, logout, { "content-type": type, cookie: `upiao_session=${token}` });
    expect([answer.status, answer.codes]).toEqual([400, ["MALFORMED_REQUEST"]]);
    expect(await stillIn(token)).toBe(true);
  });

  it("is not executed without a content type", async () => {
    const token = await openSession(served.database, person.id);
    const body = new Blob([logout]);
    const headers = { cookie: `upiao_session=${token}` };
    const response = await fetch(served.url, { method: "POST", body, headers });
    expect(response.status).toBe(400);
    expect(await stillIn(token)).toBe(true);
  });

  it("is never executed by GET, nor is a query", async () => {
    const token = await openSession(served.database, person.id);
    for (const query of ["mutation { logout }", "{ me { id } }"]) {
      const headers = { cookie: `upiao_session=${token}`, "apollo-require-preflight": "1" };
      const response = await fetch(`${served.url}?query=${encodeURIComponent(query)}`, { headers });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: "MALFORMED_REQUEST" } }],
      });
    }
    expect(await stillIn(token)).toBe(true);
  });

  it("is executed when it comes as JSON", async () => {
    const token = await openSession(served.database, person.id);
    const headers = { "content-type": "application/json; charset=utf-8", cookie: `upiao_session=${token}` };
    expect((await send(served, logout, headers)).data).toEqual({ logout: true });
    expect(await stillIn(token)).toBe(false);
  });
});

describe("[T25] the schema", () => {
  it("is not told in production, nor hinted at", async () => {
    for (const query of [
      getIntrospectionQuery(),
      "{ __schema { types { name } } }",
      `{ __type(name: "User") { name } }`,
    ]) {
      expect((await ask(served, query, { token: person.token })).codes).toEqual(["MALFORMED_REQUEST"]);
    }
    const misspelt = await ask(served, "{ sectons { id } }", { token: person.token });
    expect(misspelt.body).not.toMatch(/did you mean|sections/i);
  });

  it("is told in development, whole", async () => {
    const open = await serve({ introspection: true });
    const { data, codes } = await ask(open, getIntrospectionQuery());
    expect(codes).toEqual([]);
    expect(buildClientSchema(data as unknown as IntrospectionQuery).getType("Section")).toBeDefined();
    await open.close();
  });

  it("has no explorer", async () => {
    const response = await fetch(served.url, { headers: { accept: "text/html" } });
    expect(response.status).toBe(405);
    expect(await response.text()).not.toMatch(/<html|apollo/i);
  });
});

describe("a request that is not one", () => {
  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a number", "1"],
    ["an empty object", "{}"],
    ["a query that is no text", `{"query":1}`],
    ["an empty query", `{"query":""}`],
    ["a query that ends early", `{"query":"{ me {"}`],
    ["a field that is not there", `{"query":"{ nothing }"}`],
    ["variables that are no object", `{"query":"{ me { id } }","variables":"x"}`],
    ["a missing variable", `{"query":"query ($id: ID!) { section(id: $id) { id } }"}`],
    [
      "a variable of another kind",
      `{"query":"query ($n: Int) { sections(first: $n) { edges { cursor } } }","variables":{"n":"x"}}`,
    ],
    ["two operations without a name", `{"query":"query A { me { id } } query B { me { id } }"}`],
    ["an operation that is not there", `{"query":"query A { me { id } }","operationName":"B"}`],
    ["a name for what has none", `{"query":"{ me { id } }","operationName":"B"}`],
    ["a subscription", `{"query":"subscription { sectionChanged(sectionId: \\"x\\") { id } }"}`],
    ["a stored query", `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}`],
    ["a stored query of the future", `{"extensions":{"persistedQuery":{"version":2}}}`],
  ])("is answered as malformed: %s", async (_, body) => {
    const answer = await send(served, body, { "content-type": "application/json" });
    expect(answer.codes).toEqual(["MALFORMED_REQUEST"]);
    expect(answer.errors[0]!.message).toBe("La richiesta non è scritta correttamente.");
    expect(answer.data).toBeNull();
    expect(served.log).toEqual([]);
  });

  it("in a character set that nobody reads is answered as malformed", async () => {
    const answer = await send(served, logout, { "content-type": "application/json; charset=ebcdic" });
    expect([answer.status, answer.codes]).toEqual([415, ["MALFORMED_REQUEST"]]);
  });
});

describe("the sentences of refusals", () => {
  it.each([
    [undefined, "Per continuare occorre accedere."],
    ["it-IT,it;q=0.9,en;q=0.8", "Per continuare occorre accedere."],
    ["de-DE", "Per continuare occorre accedere."],
    ["en-GB,en;q=0.9,it;q=0.8", "Please sign in to continue."],
    ["de-DE,en;q=0.5", "Please sign in to continue."],
  ])("for a reader of %s", async (language, sentence) => {
    const headers: Record<string, string> = language ? { "accept-language": language } : {};
    expect((await ask(served, "{ myPlans { id } }", { headers })).errors[0]!.message).toBe(sentence);
  });

  it("speak the reader's language also before a context exists, and when the body is unreadable", async () => {
    const english = { "accept-language": "en" };
    const message = "The request is not well formed.";
    expect(
      (await send(served, logout, { "content-type": "text/plain", ...english })).errors[0]!.message,
    ).toBe(message);
    expect(
      (await send(served, "{", { "content-type": "application/json", ...english })).errors[0]!.message,
    ).toBe(message);
  });
});
