import { expect, it } from "vitest";
import { pathTo } from "./place-path.ts";

const nowhere = { sectionId: null, planId: null, threadId: null, proposalId: null };

it.each([
  [{ sectionId: "s" }, "/sezioni/s"],
  [{ sectionId: "s", planId: "p" }, "/sezioni/s"],
  [{ sectionId: "s", threadId: "t", proposalId: "m" }, "/sezioni/s?discussione=t"],
  [{ sectionId: "s", proposalId: "m" }, "/sezioni/s?proposta=m"],
  [{ planId: "p" }, "/piani/p"],
  [{}, "/avvisi"],
])("a notification of %j leads to %s", (place, path) => {
  expect(pathTo({ ...nowhere, ...place })).toBe(path);
});
