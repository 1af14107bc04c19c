export const blockKinds = ["paragraph", "heading", "bullet", "ordered", "quote"] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Headings of a section: the page's own title stands above them. */
export const deepestHeading = 4;
export const deepestIndent = 5;

/** How a block of text looks. All of it is attributes of one node, so that making a heading or a list item of a
 *  paragraph never replaces the node in which somebody else is typing. */
export interface BlockShape {
  readonly kind: BlockKind;
  readonly level: number;
  readonly indent: number;
}

export const plainShape: BlockShape = { kind: "paragraph", level: 1, indent: 0 };

/** The shape that these attributes mean. They come from the shared document, where any program may have
 *  written anything. */
export function shapeOf(attributes: Readonly<Record<string, unknown>>): BlockShape {
  const kind = blockKinds.find((known) => known === attributes.kind) ?? plainShape.kind;
  return {
    kind,
    level: within(attributes.level, 1, deepestHeading),
    indent: isList(kind) ? within(attributes.indent, 0, deepestIndent) : 0,
  };
}

export function isList(kind: BlockKind): boolean {
  return kind === "bullet" || kind === "ordered";
}

function within(value: unknown, least: number, most: number): number {
  return typeof value === "number" && Number.isFinite(value)
    ? Math.min(most, Math.max(least, Math.trunc(value)))
    : least;
}
