import { expect, it } from "vitest";
import { expectedResults } from "./expected-results.ts";

it("the Piano triennale has 59 expected results, each with its own code and a title", () => {
  const results = expectedResults();
  expect(results).toHaveLength(59);
  expect(new Set(results.map(({ code }) => code)).size).toBe(59);
  for (const { code, title } of results)
    expect([code, title.length > 10]).toEqual([expect.stringMatching(/^RA\d\.\d\.\d+$/), true]);
});
