import { expect, it } from "vitest";
import { isSuggestionKey } from "../proposal/letters.ts";
import { schema } from "../schema.ts";
import { inlineNodeNames, lookNames, topNodeNames } from "./text-json.ts";

const names = Object.keys(schema.nodes);

it("whoever prints a text is told every node that may stand in it, and every mark that shows", () => {
  const top = names.filter((name) => schema.nodes.doc!.contentMatch.matchType(schema.nodes[name]!));
  expect(top.sort()).toEqual([...topNodeNames].sort());
  expect(names.filter((name) => schema.nodes[name]!.isInline).sort()).toEqual([...inlineNodeNames].sort());
  const shown = Object.keys(schema.marks).filter((name) => !isSuggestionKey(name));
  expect(shown.sort()).toEqual([...lookNames].sort());
});
