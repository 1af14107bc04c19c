import { expect, it } from "vitest";
import type { TextJson } from "../nodes/text-json.ts";
import { objectivesIn } from "../objective/objectives-in.ts";
import { canonicalText } from "../version/canonical-text.ts";
import { fragmentOf } from "./fragment-of.ts";

const key = "6f7c1c52-8f0e-4d0e-9a3b-0a1b2c3d4e5f";
const text: TextJson = {
  type: "doc",
  content: [
    { type: "block", attrs: { kind: "heading", level: 2 }, content: [{ type: "text", text: "Servizi" }] },
    {
      type: "block",
      content: [
        { type: "text", text: "Più " },
        { type: "text", text: "servizi", marks: [{ type: "bold" }] },
        { type: "hardBreak" },
        {
          type: "text",
          text: "qui",
          marks: [{ type: "link", attrs: { href: "https://www.example.it/" } }],
        },
      ],
    },
    {
      type: "table",
      content: [
        {
          type: "tableRow",
          content: [
            { type: "tableHeader", attrs: { colspan: 2 }, content: [{ type: "text", text: "Anno" }] },
            { type: "tableCell" },
          ],
        },
      ],
    },
    {
      type: "objective",
      attrs: { key, responsible: "Ufficio" },
      content: [{ type: "objectiveTitle", content: [{ type: "text", text: "Meno attese" }] }],
    },
  ],
};

it("an adopted text becomes a shared one that has the same canonical text", () => {
  const fragment = fragmentOf(text);
  expect(JSON.parse(canonicalText(fragment))).toEqual(text);
  expect(objectivesIn(fragment, 2026)).toMatchObject([{ key, title: "Meno attese", responsible: "Ufficio" }]);
});
