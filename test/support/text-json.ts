import type { NodeJson, TextJson } from "@upiao/document";

/** A text with a paragraph for each line. */
export function textOf(...nodes: (NodeJson | string)[]): TextJson {
  return {
    type: "doc",
    content: nodes.map((node) => (typeof node === "string" ? paragraph(node) : node)),
  };
}

export function paragraph(text: string): NodeJson {
  return { type: "block", content: [{ type: "text", text }] };
}

export function heading(text: string, level = 1): NodeJson {
  const attrs = level === 1 ? { kind: "heading" } : { kind: "heading", level };
  return { type: "block", attrs, content: [{ type: "text", text }] };
}

export interface IndicatorParts {
  readonly key: string;
  readonly name: string;
  readonly [field: string]: string;
}

export function objective(
  key: string,
  title: string,
  fields: Readonly<Record<string, string>>,
  indicators: readonly IndicatorParts[] = [],
): NodeJson {
  return {
    type: "objective",
    attrs: { key, ...fields },
    content: [
      { type: "objectiveTitle", content: [{ type: "text", text: title }] },
      ...indicators.map(({ name, ...attrs }) => ({
        type: "indicator",
        attrs,
        content: [{ type: "text", text: name }],
      })),
    ],
  };
}
