import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, ask, send } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import {
  deepest,
  highestCost,
  largestBodyBytes,
  mostAliases,
  mostDirectives,
  mostSelections,
  mostTokens,
} from "../limits.ts";

const json = { "content-type": "application/json" };

let served: Served;
let world: World;
let person: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  person = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
});

afterAll(() => served.close());

function asked(query: string, variables?: Record<string, unknown>): Promise<Answer> {
  return ask(served, query, { token: person.token, variables });
}

function repeat(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(" ");
}

/** `plan { outline { sections { … } } }`, so many times inside each other. */
function circle(turns: number, innermost: string): string {
  return turns === 0 ? innermost : `plan { outline { sections { ${circle(turns - 1, innermost)} } } }`;
}

async function expectRefused(
  query: string,
  limit: string,
  variables?: Record<string, unknown>,
): Promise<void> {
  served.statements.length = 0;
  const answer = await asked(query, variables);
  expect(answer.errors.map(({ extensions }) => [extensions.code, extensions.details.limit])).toContainEqual([
    "TOO_COMPLEX",
    limit,
  ]);
  expect(answer.data).toBeNull();
  expect(answer.errors[0]!.message).toBe("La richiesta è troppo grande: chiedi meno dati per volta.");
  // Nothing but who is asking was read.
  expect(served.statements.filter((sql) => !sql.includes("user_session"))).toEqual([]);
}

describe("[T24] before it is executed a request is refused", () => {
  const section = (fields: string) => `query ($id: ID!) { section(id: $id) { ${fields} } }`;

  it("over the depth", async () => {
    const variables = { id: world.sections.alfaDraft };
    // A field at depth 1, three for each turn, and one inside.
    const allowed = Math.floor((deepest - 2) / 3);
    expect((await asked(section(circle(allowed, "id")), variables)).codes).toEqual([]);
    await expectRefused(section(circle(allowed + 1, "id")), "depth", variables);
  });

  it("over the aliases, also those that a fragment repeats", async () => {
    expect(
      (await asked(`{ ${repeat(mostAliases, (index) => `a${index}: demoAccounts { email }`)} }`)).codes,
    ).toEqual([]);
    await expectRefused(
      `{ ${repeat(mostAliases + 1, (index) => `a${index}: demoAccounts { email }`)} }`,
      "aliases",
    );
    const five = repeat(5, (index) => `a${index}: name`);
    await expectRefused(
      `{ me { ...F memberships { body { ...B } } } myPlans { body { ...B } } myOffices { leadBody { ...B } } }
       fragment F on User { ${five} } fragment B on Body { ${five} }`,
      "aliases",
    );
  });

  it("over the directives", async () => {
    const skips = (count: number) => `{ me { id ${repeat(count, () => "name @skip(if: true)")} } }`;
    expect((await asked(skips(mostDirectives))).codes).toEqual([]);
    await expectRefused(skips(mostDirectives + 1), "directives");
  });

  it("over the breadth", async () => {
    const fields = (count: number) => `{ me { ${repeat(count, () => "id")} } }`;
    expect((await asked(fields(mostSelections - 10))).codes).toEqual([]);
    await expectRefused(fields(mostSelections + 1), "selections");
  });

  it("over the breadth that fragments inside fragments unfold to", async () => {
    const bomb = repeat(40, (index) => `fragment F${index} on User { ...F${index + 1} ...F${index + 1} }`);
    await expectRefused(`{ me { ...F0 } } ${bomb} fragment F40 on User { id }`, "selections");
  });

  it("over the tokens", async () => {
    await expectRefused(`{ me { ${repeat(mostTokens, () => "id")} } }`, "tokens");
  });

  it("over the cost, which grows with the lists", async () => {
    const query = `query ($first: Int) { sections(first: $first) { edges { node {
      plainText plan { outline { number title sections { id title present { name } guidance { content } } } } } } } }`;
    expect((await asked(query, { first: 10 })).codes).toEqual([]);
    await expectRefused(query, "cost", { first: 100 });
    expect(highestCost).toBeGreaterThan(6_000);
  });

  it("over the size, also when it is packed", async () => {
    const fits = JSON.stringify({
      query: "{ me { id } }",
      variables: { pad: "x".repeat(largestBodyBytes - 100) },
    });
    expect((await send(served, fits, json)).codes).toEqual([]);
    const large = JSON.stringify({
      query: "{ me { id } }",
      variables: { pad: "x".repeat(largestBodyBytes) },
    });
    const refused = await send(served, large, json);
    expect([refused.status, refused.codes]).toEqual([413, ["TOO_COMPLEX"]]);
    const headers = { ...json, "content-encoding": "gzip" };
    const response = await fetch(served.url, {
      method: "POST",
      body: gzipSync(Buffer.alloc(50_000_000)),
      headers,
    });
    expect(response.status).toBe(413);
  });

  it("with fragments in circles", async () => {
    for (const query of [
      "{ me { ...A } } fragment A on User { ...A }",
      "{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }",
      "{ me { ...A } } fragment A on User { memberships { ...M } } fragment M on Membership { body { ...B } } fragment B on Body { ...B }",
    ]) {
      expect((await asked(query)).codes).toEqual(["MALFORMED_REQUEST"]);
    }
  });

  it("in a batch", async () => {
    const one = { query: "{ me { id } }" };
    const answer = await send(served, JSON.stringify([one, one]), json);
    expect([answer.status, answer.codes]).toEqual([400, ["MALFORMED_REQUEST"]]);
  });

  it("with a list longer than a page", async () => {
    for (const query of [
      "{ sections(first: 101) { edges { cursor } } }",
      `{ bodies(search: "x", first: 101) { id } }`,
    ]) {
      const { errors } = await asked(query);
      expect(errors[0]!.extensions).toEqual({
        code: "BAD_INPUT",
        details: { field: "first", fault: "OUT_OF_RANGE", least: 1, most: 100 },
      });
    }
    for (const first of [0, -1]) {
      expect((await asked(`{ sections(first: ${first}) { edges { cursor } } }`)).codes).toEqual([
        "BAD_INPUT",
      ]);
    }
  });
});

describe("an honest request", () => {
  it("for a page of a hundred texts, with what stands beside them, is answered", async () => {
    const query = `{ sections(first: 100) { pageInfo { hasNextPage endCursor } edges { cursor node {
      id title code shared state closed myAccess mayOpenAndClose plainText updatedAt ownerName
      body { id name } office { id name } present { id name bodyName role } } } } }`;
    expect((await asked(query)).codes).toEqual([]);
  });

  it("for all plans with their outlines and who is writing is answered", async () => {
    const query = `{ me { id name memberships { role body { id name type } } }
      myOffices { id name leadBody { name } members { body { name } joinedOn } }
      myPlans { id firstYear lastYear form state placement dup peg body { id name } outline {
        number title depth required sections { id title code shared state closed myAccess updatedAt present { id name } } } } }`;
    expect((await asked(query)).codes).toEqual([]);
  });
});
