import {
  indicatorFields,
  type MarkJson,
  type NodeJson,
  objectiveFields,
  type TextJson,
} from "@upiao/document";
import fc from "fast-check";

/** A word that stands in a text once, to be found again in what was printed of it. */
export const wordsOfRandomText = /parola\d+x/g;

/** Any text that the schema holds, with letters of all kinds, each of its pieces with a word of its own. */
export const randomText: fc.Arbitrary<TextJson> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: block() },
      { weight: 1, arbitrary: table() },
      { weight: 1, arbitrary: objective() },
    ),
    {
      maxLength: 12,
    },
  )
  .map((content) => withWords({ type: "doc", content }));

function block(): fc.Arbitrary<NodeJson> {
  const kind = fc.constantFrom("paragraph", "heading", "bullet", "ordered", "ordered", "quote");
  const attrs = fc.record({
    kind,
    level: fc.integer({ min: 1, max: 4 }),
    indent: fc.integer({ min: 0, max: 5 }),
  });
  return fc.record({
    type: fc.constantFrom("block", "block", "block", "paragraph"),
    attrs,
    content: inline(),
  });
}

function inline(): fc.Arbitrary<NodeJson[]> {
  const text = fc.record({
    type: fc.constant("text"),
    text: fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.string()),
    marks: fc.uniqueArray(mark(), { selector: ({ type }) => type, maxLength: 3 }),
  });
  return fc.array(
    fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.constant({ type: "hardBreak" }) }),
    {
      maxLength: 5,
    },
  );
}

function mark(): fc.Arbitrary<MarkJson> {
  const href = fc.constantFrom(
    "https://esempio.it/a?b=1&c=<d>",
    "mailto:a@esempio.it",
    "javascript:alert(1)",
    "piao:2.1",
    "piao:9",
  );
  return fc.oneof(
    fc.constantFrom("bold", "italic", "underline").map((type) => ({ type })),
    href.map((href) => ({ type: "link", attrs: { href } })),
  );
}

function table(): fc.Arbitrary<NodeJson> {
  const attrs = fc.record({
    colspan: fc.integer({ min: -1, max: 4 }),
    rowspan: fc.integer({ min: 0, max: 4 }),
  });
  const cell = fc.record({ type: fc.constantFrom("tableCell", "tableHeader"), attrs, content: inline() });
  const row = fc.record({ type: fc.constant("tableRow"), content: fc.array(cell, { maxLength: 4 }) });
  return fc.record({ type: fc.constant("table"), content: fc.array(row, { maxLength: 5 }) });
}

function objective(): fc.Arbitrary<NodeJson> {
  const fields = (names: readonly string[]) =>
    fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "grapheme", maxLength: 20 }));
  const title = fc.record({ type: fc.constant("objectiveTitle"), content: inline() });
  const indicator = fc.record({
    type: fc.constant("indicator"),
    attrs: fields(indicatorFields),
    content: inline(),
  });
  return fc
    .record({ title, attrs: fields(objectiveFields), indicators: fc.array(indicator, { maxLength: 3 }) })
    .map(({ title, attrs, indicators }) => ({ type: "objective", attrs, content: [title, ...indicators] }));
}

function withWords(text: TextJson): TextJson {
  let count = 0;
  return JSON.parse(
    JSON.stringify(text, (key, value) => (key === "text" ? `${value} parola${++count}x ` : value)),
  );
}

/** The words of a text in its order. */
export function wordsIn(text: unknown): string[] {
  return JSON.stringify(text).match(wordsOfRandomText) ?? [];
}
