import { expect, it } from "vitest";
import { readBlock } from "./fill-block.ts";

const texts = (clipboard: string) =>
  readBlock(clipboard)?.map(({ down, right, text }) => [down, right, text]);

it("a block from a spreadsheet is read cell by cell", () => {
  expect(texts("1,5\t2\n3\t\n")).toEqual([
    [0, 0, "1,5"],
    [0, 1, "2"],
    [1, 0, "3"],
    [1, 1, ""],
  ]);
  expect(texts("1\r\nn.d.\r\n")).toEqual([
    [0, 0, "1"],
    [1, 0, "n.d."],
  ]);
  expect(texts('"a\tb"\t"c ""d"""')).toEqual([
    [0, 0, "a\tb"],
    [0, 1, 'c "d"'],
  ]);
  expect(texts('"due\nrighe"\n7')).toEqual([
    [0, 0, "due\nrighe"],
    [1, 0, "7"],
  ]);
});

it("a single value is left to the browser", () => {
  expect(readBlock("12,5")).toBeNull();
  expect(readBlock("12,5\n")).toBeNull();
});
