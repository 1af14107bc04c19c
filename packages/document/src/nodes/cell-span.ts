import type { HasAttributes } from "./has-attributes.ts";

/** Wider than any table of a plan; a cell that claims millions of columns would exhaust a browser's memory. */
const widestSpan = 50;

export function isCellSpan(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= widestSpan;
}

/** `colspan` and `rowspan` of a cell, as the editor may hold them. */
export function cellSpanAttributes() {
  return { colspan: spanAttribute("colspan"), rowspan: spanAttribute("rowspan") };
}

function spanAttribute(name: "colspan" | "rowspan") {
  return {
    default: 1,
    parseHTML: (element: HasAttributes) => spanOf(Number(element.getAttribute(name))),
    renderHTML: (attributes: Record<string, unknown>) => {
      const span = spanOf(attributes[name]);
      return span === 1 ? {} : { [name]: String(span) };
    },
  };
}

function spanOf(value: unknown): number {
  return isCellSpan(value) ? value : 1;
}
