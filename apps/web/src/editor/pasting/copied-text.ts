import type { Fragment, Node } from "@tiptap/pm/model";
import { fieldNames, indicatorLine, ListNumbers, objectiveLines, shapeOf } from "@upiao/document";

/** What is copied, for programs that take only text: a line for each block, markers before list items, tabs between
 *  cells. */
export function copiedText(content: Fragment): string {
  // A few words of one block are just these words.
  if (content.childCount === 1 && content.firstChild?.isTextblock) return textOf(content.firstChild);
  const numbers = new ListNumbers();
  return content.content.flatMap((node) => linesOf(node, numbers)).join("\n");
}

function linesOf(node: Node, numbers: ListNumbers): string[] {
  if (node.type.name === "tableRow") return [node.children.map(textOf).join("\t")];
  if (node.type.name === "objective") return linesOfObjective(node);
  if (!node.isTextblock) return node.children.flatMap((child) => linesOf(child, numbers));
  const shape = shapeOf(node.attrs);
  const number = numbers.next(shape);
  const marker = shape.kind === "bullet" ? "- " : number === null ? "" : `${number}. `;
  return ["  ".repeat(shape.indent) + marker + textOf(node)];
}

function linesOfObjective(objective: Node): string[] {
  const named = (name: string) => objective.children.filter(({ type }) => type.name === name);
  return [
    `${fieldNames.objective}: ${named("objectiveTitle").map(textOf).join(" ")}`,
    ...objectiveLines(objective.attrs),
    ...named("indicator").map((indicator) => indicatorLine(textOf(indicator), indicator.attrs)),
  ];
}

function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, "\n", (leaf) => (leaf.type.name === "hardBreak" ? "\n" : ""));
}
