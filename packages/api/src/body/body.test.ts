import { Body } from "@upiao/db";
import { searchName } from "@upiao/domain";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { type Served, serve } from "../../test/served.ts";

const query =
  "query ($search: String!, $first: Int) { bodies(search: $search, first: $first) { name provinceSign type } }";

let served: Served;

beforeAll(async () => {
  served = await serve();
  const names = [
    "L'Aquila",
    "Forlì",
    "San Giovanni in Persiceto",
    "San Giovanni Valdarno",
    "Sant'Agata de' Goti",
  ];
  await served.database.getRepository(Body).save(
    names.map((name, index) => ({
      type: "COMUNE" as const,
      name,
      searchName: searchName(name),
      istatCode: `00000${index}`,
      ipaCode: `c_x${index}`,
      cadastralCode: `X00${index}`,
      provinceSign: "XX",
    })),
  );
});

afterAll(() => served.close());

async function find(search: string, first?: number): Promise<string[]> {
  const { data, codes } = await ask(served, query, { variables: { search, first } });
  expect(codes).toEqual([]);
  return data.bodies.map((body: { name: string }) => body.name);
}

describe("searching a body", () => {
  it.each(["l aquila", "laquila", "L'AQUILA", "  aquila ", "000000", "c_x0", "C_X0", "x000"])(
    "finds L'Aquila by «%s»",
    async (search) => {
      expect(await find(search)).toEqual(["L'Aquila"]);
    },
  );

  it("finds what begins with each word, and as many as are asked for", async () => {
    expect((await find("giov san")).sort()).toEqual(["San Giovanni Valdarno", "San Giovanni in Persiceto"]);
    expect(await find("san", 1)).toHaveLength(1);
    expect(await find("forli")).toEqual(["Forlì"]);
    expect(await find("ovanni")).toEqual([]);
  });

  it("needs no account: the register of public bodies is public", async () => {
    expect(await find("forlì")).toEqual(["Forlì"]);
  });

  it("refuses a text that no name is as long as", async () => {
    const answer = await ask(served, query, { variables: { search: "x".repeat(101) } });
    expect(answer.errors[0]!.extensions).toEqual({
      code: "BAD_INPUT",
      details: { field: "search", fault: "TOO_LONG", most: 100 },
    });
  });
});

describe("[T30] no text that is searched", () => {
  it.each([
    "%",
    "_",
    "\\",
    "\\%",
    "'",
    "''; DROP TABLE body; --",
    "z & | ! ( ) <-> :*",
    "\0",
    "z\0z",
    "\ud800",
    "(((",
    "[z-",
    ".*",
    "🏛️",
    "a".repeat(100),
  ])("breaks anything: «%s»", async (search) => {
    expect(await find(search)).toEqual([]);
  });

  it("breaks anything, whatever it is", async () => {
    const syntax = fc.constantFrom(
      "'",
      '"',
      "\\",
      "%",
      "_",
      ";",
      "--",
      "/*",
      "$1",
      "$$",
      ":*",
      "&",
      "|",
      "!",
      "(",
      ")",
      "\0",
      "\n",
    );
    const text = fc.array(fc.oneof(syntax, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const search = parts.join("").slice(0, 100);
        const answer = await ask(served, query, { variables: { search } });
        expect(answer.status).toBe(200);
        expect(answer.codes).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(await served.database.getRepository(Body).count()).toBe(5);
    expect(served.log).toEqual([]);
  });
});
