import { isKey, type NodeJson, type TextJson } from "@upiao/document";
import type { ReactNode } from "react";

/** Where the identifiers of objectives and indicators lead to: the text of the plan in which they stand. */
export function ObjectiveAnchors({ content }: { readonly content: TextJson }): ReactNode {
  const objectives = (content.content ?? []).filter(({ type }) => type === "objective");
  const ids = objectives.flatMap((objective) => [
    ...idOf("obiettivo", objective),
    ...(objective.content ?? []).flatMap((node) =>
      node.type === "indicator" ? idOf("indicatore", node) : [],
    ),
  ]);
  return [...new Set(ids)].map((id) => <span key={id} id={id} />);
}

function idOf(kind: string, { attrs }: NodeJson): string[] {
  return isKey(attrs?.key) ? [`${kind}-${attrs.key}`] : [];
}
