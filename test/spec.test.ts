import { describe, expect, it } from "vitest";
import { readText, repositoryFiles } from "./support/read-repository.ts";

const files = repositoryFiles();

/** Rules of each SPEC.md, as `- **SY1** …`. */
const rules = files
  .filter((name) => name.endsWith("/SPEC.md"))
  .flatMap((name) => [...readText(name).matchAll(/^- \*\*([A-Z]{2}\d+)\*\* /gm)].map(([, id]) => id!));

/** Where tests name one, as `[SY1]` in a title. */
const named = files
  .filter((name) => /\.test\.tsx?$/.test(name))
  .flatMap((name) => [...readText(name).matchAll(/"[^"\n]*"/g)].map(([title]) => ({ name, title })))
  .flatMap(({ name, title }) =>
    [...title.matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, id]) => ({ name, id: id! })),
  );

describe("the numbered rules", () => {
  it("stand once each", () => {
    expect(rules.length).toBeGreaterThan(30);
    expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([]);
  });

  it("have each a test named after them", () => {
    const tested = new Set(named.map(({ id }) => id));
    expect(rules.filter((id) => !tested.has(id))).toEqual([]);
  });

  it("are all that a test is named after", () => {
    expect(named.filter(({ id }) => !rules.includes(id))).toEqual([]);
  });
});
