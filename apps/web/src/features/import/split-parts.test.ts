import { guessPlace } from "@upiao/domain";
import { expect, it } from "vitest";
import { contentOf, linesOf, splitParts, wholeFile } from "./split-parts.ts";

const heading = (text: string, level: number) => ({
  type: "block",
  attrs: { kind: "heading", level },
  content: [{ type: "text", text }],
});
const words = (text: string) => ({
  type: "block",
  attrs: { kind: "paragraph" },
  content: [{ type: "text", text }],
});

const places = [
  { number: "2.1", title: "Valore pubblico" },
  { number: "4", title: "Monitoraggio" },
];
const file = [
  words("Premessa"),
  heading("Piano integrato", 1),
  heading("Sezione 2", 1),
  heading("2.1 Valore pubblico", 2),
  words("uno"),
  heading("Obiettivi", 3),
  words("due"),
  heading("Monitoraggio", 2),
  words("tre"),
  heading("Allegati", 1),
  words("quattro"),
];
const split = splitParts(file, (text) => guessPlace(text, places) !== null);

it("a file falls into what stands under its highest headings, and under those that the plan knows", () => {
  expect(split.parts.map((part) => [part.heading, linesOf(part.blocks).map((line) => line.words)])).toEqual([
    ["", ["Premessa"]],
    ["2.1 Valore pubblico", ["uno", "Obiettivi", "due"]],
    ["Monitoraggio", ["tre"]],
    ["Allegati", ["quattro"]],
  ]);
  expect(split.mere).toEqual(["Piano integrato", "Sezione 2"]);
});

it("a part brings its heading where the section is not called so, and the headings below it in their order", () => {
  const levels = (isCalledSo: boolean) =>
    contentOf(split.parts[1]!, isCalledSo).map(({ attrs }) => (attrs?.kind === "heading" ? attrs.level : 0));
  expect(levels(true)).toEqual([0, 1, 0]);
  expect(levels(false)).toEqual([1, 0, 2, 0]);
  expect(contentOf(split.parts[0]!, false)).toEqual([words("Premessa")]);
});

it("a file without headings is one part", () => {
  expect(splitParts([words("solo")], () => false).parts).toHaveLength(1);
});

it("a file that goes into one section leaves out a title that the section has, and raises the headings below it", () => {
  const titled = wholeFile(
    [heading("STRATEGIA", 1), heading("Uno", 2), words("due")],
    (text) => text === "STRATEGIA",
  );
  expect(contentOf(titled, true).map(({ attrs }) => attrs?.level ?? 0)).toEqual([1, 0]);
  const other = [heading("Altro", 1), words("due")];
  expect(
    contentOf(
      wholeFile(other, () => false),
      true,
    ),
  ).toEqual(other);
});
