import type { Difference } from "@upiao/document";
import { htmlOfChanges } from "@upiao/export";
import type { ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";
import type { Words } from "../words/index.ts";

interface Props {
  readonly difference: Difference;
  /** Of the heading above it, as `h2` has 2. */
  readonly level: number;
}

/** Two texts as one, printed as their HTML file is, around what has changed. */
export function DifferenceView({ difference, level }: Props): ReactNode {
  const { words } = usePage();
  return htmlOfChanges(difference, { level: level - 1, around: 1 }).map((one, index) =>
    typeof one === "number" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
      <p key={index} className="size">
        […] {words.changesPage.unchanged(one)}
      </p>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the export escapes every word of it
      <div key={index} lang="it" dangerouslySetInnerHTML={{ __html: saidAloud(one, words.changesPage) }} />
    ),
  );
}

/** In words as well: a screen reader need not tell insertions and deletions. What looks like a tag in the HTML is one. */
function saidAloud(html: string, { insertion, deletion, reshaped, end }: Words["changesPage"]): string {
  const said = (sentence: string) => `<span class="hidden">${sentence}</span>`;
  return html
    .replaceAll("<ins>", `<ins>${said(insertion)}`)
    .replaceAll("<del>", `<del>${said(deletion)}`)
    .replaceAll('<span class="print-formatted">', `<span class="print-formatted">${said(reshaped)}`)
    .replaceAll(/<\/(?:ins|del)>/g, (tag) => said(end) + tag);
}
