import { isSuggestionId } from "../proposal/suggestion-id.ts";
import { type BlockShape, shapeOf } from "./block-shape.ts";

const hidden = { default: null, rendered: false, parseHTML: () => null };

/** What is proposed of a whole block, row or table stands in attributes beside those that are true: the binding keeps no
 *  marks of nodes. */
export const presenceAttributes = { inserted: hidden, deleted: hidden };
export const shapeAttributes = { ...presenceAttributes, proposed: hidden };

/** What is proposed of a node. */
export interface NodeSuggestions {
  /** The node itself is proposed. */
  readonly inserted: string | null;
  /** To take it away; several may propose it. */
  readonly deleted: readonly string[];
  /** Another shape. */
  readonly proposed: { readonly id: string; readonly shape: BlockShape } | null;
}

/** They come from the shared document, where any program may have written anything. */
export function nodeSuggestions(attributes: Readonly<Record<string, unknown>>): NodeSuggestions {
  const { inserted, deleted } = attributes;
  return {
    inserted: isSuggestionId(inserted) ? inserted : null,
    deleted: typeof deleted === "string" ? deleted.split(" ").filter(isSuggestionId) : [],
    proposed: readProposed(attributes.proposed),
  };
}

function readProposed(value: unknown): NodeSuggestions["proposed"] {
  if (typeof value !== "object" || value === null) return null;
  const { id, ...shape }: Record<string, unknown> = { ...value };
  return isSuggestionId(id) ? { id, shape: shapeOf(shape) } : null;
}

/** As `deleted` keeps them; null when nobody proposes it. */
export function writeDeleted(ids: readonly string[]): string | null {
  return ids.length > 0 ? ids.join(" ") : null;
}

/** For the style sheet, and for whoever jumps to one. */
export function suggestionData(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  const { inserted, deleted, proposed } = nodeSuggestions(attributes);
  const ids = [...(inserted ? [inserted] : []), ...deleted, ...(proposed ? [proposed.id] : [])];
  if (ids.length === 0) return {};
  return {
    "data-suggestion": ids.join(" "),
    ...(inserted ? { "data-inserted": "" } : {}),
    ...(deleted.length > 0 ? { "data-deleted": "" } : {}),
    ...(proposed
      ? {
          "data-proposed": `${proposed.shape.kind}${proposed.shape.kind === "heading" ? proposed.shape.level : ""}`,
        }
      : {}),
  };
}
