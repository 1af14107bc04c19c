import * as Y from "yjs";
import { type BlockShape, shapeOf } from "../nodes/block-shape.ts";
import { nodeSuggestions } from "../nodes/suggestion-attributes.ts";
import { indicatorLine, objectiveLines } from "../objective/objective-lines.ts";
import { fieldNames } from "../objective/objective-words.ts";
import { lettersIn } from "../proposal/letters.ts";
import { ListNumbers } from "./list-numbers.ts";

/** A section nests four deep; a hostile document could nest until the stack ends. */
const deepest = 50;

/** The text of a section: a line for each block, markers before list items, tabs between cells. What is only proposed is
 *  no part of it. It knows no schema, so that it shows also what an editor of this release could not, and only reads: the binding's own
 *  conversion deletes what it does not know. */
export function plainText(fragment: Y.XmlFragment): string {
  const numbers = new ListNumbers();
  return fragment
    .toArray()
    .flatMap((child) => linesOf(child, numbers, 0))
    .join("\n");
}

function linesOf(child: unknown, numbers: ListNumbers, depth: number): string[] {
  if (child instanceof Y.XmlText) return [textOf(child)];
  if (!(child instanceof Y.XmlElement) || depth > deepest || isOnlyProposed(child)) return [];
  if (child.nodeName === "block")
    return [markerOf(shapeOf(child.getAttributes()), numbers) + inlineText(child, "\n")];
  numbers.end();
  if (child.nodeName === "objective") return linesOfObjective(child);
  const inside = child.toArray();
  if (child.nodeName === "tableRow") return [inside.map(cellText).join("\t")];
  if (inside.every(isInline)) return child.nodeName === "table" ? [] : [inlineText(child, "\n")];
  return inside.flatMap((grandchild) => linesOf(grandchild, numbers, depth + 1));
}

function linesOfObjective(objective: Y.XmlElement): string[] {
  const children: unknown[] = objective.toArray();
  const named = (name: string) =>
    children.filter(
      (child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === name,
    );
  const titles = named("objectiveTitle").map((title) => inlineText(title, " "));
  return [
    `${fieldNames.objective}: ${titles.join(" ")}`,
    ...objectiveLines(objective.getAttributes()),
    ...named("indicator").map((indicator) =>
      indicatorLine(inlineText(indicator, " "), indicator.getAttributes()),
    ),
  ];
}

function markerOf(shape: BlockShape, numbers: ListNumbers): string {
  const number = numbers.next(shape);
  const indent = "  ".repeat(shape.indent);
  if (shape.kind === "bullet") return `${indent}- `;
  return number === null ? "" : `${indent}${number}. `;
}

function cellText(cell: unknown): string {
  if (cell instanceof Y.XmlText) return textOf(cell);
  if (!(cell instanceof Y.XmlElement)) return "";
  return cell.toArray().every(isInline)
    ? inlineText(cell, " ")
    : linesOf(cell, new ListNumbers(), 0).join(" ");
}

function isInline(child: unknown): boolean {
  return child instanceof Y.XmlText || (child instanceof Y.XmlElement && child.length === 0);
}

function inlineText(element: Y.XmlElement, newLine: string): string {
  return element
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) return textOf(child);
      return child instanceof Y.XmlElement && child.nodeName === "hardBreak" ? newLine : "";
    })
    .join("");
}

/** A place that is proposed, and holds no adopted word. */
function isOnlyProposed(element: Y.XmlElement): boolean {
  return nodeSuggestions(element.getAttributes()).inserted !== null && !hasAdoptedWords(element, 0);
}

function hasAdoptedWords(element: Y.XmlElement, depth: number): boolean {
  const children: unknown[] = depth > deepest ? [] : element.toArray();
  return children.some((child) =>
    child instanceof Y.XmlText
      ? textOf(child) !== ""
      : child instanceof Y.XmlElement && hasAdoptedWords(child, depth + 1),
  );
}

/** Without its formatting; `toString` would write that as tags. */
function textOf(text: Y.XmlText): string {
  return [...lettersIn(text)].map(({ inserted, text }) => (inserted === null ? text : "")).join("");
}
