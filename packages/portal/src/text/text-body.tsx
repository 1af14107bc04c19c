import type { ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";

/** A text of a plan, as `printTexts` has it. Whatever the page speaks, all of it is Italian. */
export function TextBody({ html }: { readonly html: string }): ReactNode {
  const { words } = usePage();
  if (html === "") return <p>{words.planPage.nothingWritten}</p>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the export escapes every word of it
  return <div lang="it" dangerouslySetInnerHTML={{ __html: html }} />;
}
