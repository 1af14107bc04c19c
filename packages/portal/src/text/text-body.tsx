import type { TextJson } from "@upiao/document";
import { htmlOfText, type PlacedParts } from "@upiao/export";
import type { ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";

interface Props {
  readonly content: TextJson;
  /** Of the heading above it, as `h2` has 2: those in the text stand below. */
  readonly level: number;
  readonly firstYear: number;
  /** Where the parts of its plan stand on this page; absent: they do not, and references to them are words. */
  readonly parts?: PlacedParts;
}

/** A text of a plan, printed as its HTML file is. Whatever the page speaks, all of it is Italian. */
export function TextBody({ content, level, firstYear, parts }: Props): ReactNode {
  const { words } = usePage();
  if ((content.content ?? []).length === 0) return <p>{words.planPage.nothingWritten}</p>;
  const html = htmlOfText(content, { level: level - 1, firstYear, parts });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the export escapes every word of it
  return <div lang="it" dangerouslySetInnerHTML={{ __html: html }} />;
}
