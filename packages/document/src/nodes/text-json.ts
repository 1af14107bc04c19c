import type { MarkJson } from "../version/canonical-text.ts";

/** What a section's text is made of: programs without an editor go by these names, and the compiler asks them for each. */
export const topNodeNames = ["block", "paragraph", "table", "objective"] as const;
export type TopNodeName = (typeof topNodeNames)[number];

export const inlineNodeNames = ["text", "hardBreak"] as const;
export type InlineNodeName = (typeof inlineNodeNames)[number];

/** Marks that show. The others are what somebody proposes. */
export const lookNames = ["bold", "italic", "underline", "link"] as const;
export type LookName = (typeof lookNames)[number];

/** A node as ProseMirror, and `canonicalText`, spell it. */
export interface NodeJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | null;
  readonly content?: readonly NodeJson[];
  readonly text?: string;
  readonly marks?: readonly MarkJson[];
}

/** The text of a section. */
export interface TextJson extends NodeJson {
  readonly type: "doc";
}
