import { expect, it } from "vitest";
import * as Y from "yjs";
import { findForeignContent } from "../coediting/foreign-content.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { objectivesIn } from "../objective/objectives-in.ts";
import { fragmentName } from "../schema.ts";
import { canonicalText } from "../version/canonical-text.ts";
import { beginText } from "./begin-text.ts";

const objective = JSON.stringify({
  title: "Servizi in rete",
  attributes: { key: "4b1ce0a4-0c53-4f0e-8f7c-3d0f3a4b5c6d", responsible: "Ufficio", items: "RA3.2.2" },
  indicators: [
    {
      name: "Servizi attivi",
      attributes: {
        key: "5b1ce0a4-0c53-4f0e-8f7c-3d0f3a4b5c6d",
        ...{ unit: "NUMBER", direction: "UP", baseline: "3", target1: "5", target2: "8", target3: "12" },
      },
    },
  ],
});
const markdown = `## Obiettivi

Testo **forte**

- voce

| A | B |
|---|---|
| c | d |

\`\`\`objective
${objective}
\`\`\``;

function textOf(update?: Uint8Array): Y.XmlFragment {
  const doc = new Y.Doc();
  if (update) Y.applyUpdate(doc, update);
  return doc.getXmlFragment(fragmentName);
}

function begin(yearsLater: number): Y.XmlFragment {
  const text = textOf();
  let last = 0;
  const newKey = () => `00000000-0000-4000-8000-00000000000${++last}`;
  text.doc!.transact(() => beginText(text, textOf(markdownToUpdate(markdown, 1)), { yearsLater, newKey }));
  return text;
}

const withoutData = (text: Y.XmlFragment) =>
  canonicalText(text).replaceAll(/"(key|target\d)":"[^"]*",?/g, "");

it("an earlier text begins another plan as it stands, with its looks, lists and tables", () => {
  const text = begin(1);
  expect(findForeignContent(text)).toBeNull();
  expect(withoutData(text)).toBe(withoutData(textOf(markdownToUpdate(markdown, 1))));
});

it("its objectives and indicators are others, so that each plan is measured for itself", () => {
  const keysIn = (text: Y.XmlFragment) =>
    objectivesIn(text, 2026).flatMap(({ key, indicators }) => [key, ...indicators.map((one) => one.key)]);
  const [before, after] = [keysIn(textOf(markdownToUpdate(markdown, 1))), keysIn(begin(1))];
  expect(after).toHaveLength(2);
  expect(after.filter((key) => before.includes(key))).toEqual([]);
});

it.each([
  [1, { target1: "8", target2: "12" }],
  [2, { target1: "12" }],
  [3, {}],
])("the value expected of a year stays that year's, also %i years later", (yearsLater, targets) => {
  const indicator = (begin(yearsLater).toArray().at(-1) as Y.XmlElement).get(1) as Y.XmlElement;
  const { key: _, ...attributes } = indicator.getAttributes();
  expect(attributes).toEqual({ unit: "NUMBER", direction: "UP", baseline: "3", ...targets });
});
