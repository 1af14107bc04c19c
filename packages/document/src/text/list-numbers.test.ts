import { expect, it } from "vitest";
import { type BlockShape, plainShape } from "../nodes/block-shape.ts";
import { ListNumbers } from "./list-numbers.ts";

const numbers = (...shapes: Partial<BlockShape>[]) => {
  const counter = new ListNumbers();
  return shapes.map((shape) => counter.next({ ...plainShape, ...shape }));
};
const ordered = (indent: number): Partial<BlockShape> => ({ kind: "ordered", indent });
const bullet = (indent: number): Partial<BlockShape> => ({ kind: "bullet", indent });

it("a list counts on over what is indented more, and an indented one begins anew under each item", () => {
  expect(numbers(ordered(0), ordered(1), ordered(1), bullet(1), ordered(0), ordered(1))).toEqual([
    1,
    1,
    2,
    null,
    2,
    1,
  ]);
});

it("a paragraph, and a bullet of the same indent, end the list", () => {
  expect(numbers(ordered(0), { kind: "paragraph" }, ordered(0), bullet(0), ordered(0))).toEqual([
    1,
    null,
    1,
    null,
    1,
  ]);
});

it("a bullet ends the numbers of its own indent, not those it stands under", () => {
  expect(numbers(ordered(0), ordered(1), bullet(1), ordered(1), ordered(0))).toEqual([1, 1, null, 1, 2]);
});
