/** A citizen's remark: enough to say something, and at most two pages. */
export const shortestRemark = 20;
export const longestRemark = 4_000;
export const longestRemarkName = 100;

export type RemarkFault = "TOO_SHORT" | "TOO_LONG" | "NAME_TOO_LONG";

export interface WrittenRemark {
  readonly text: string;
  readonly name: string | null;
}

/** What somebody has typed as it is kept: without what cannot be seen or turns the direction of what follows, which would let a text
 *  look like another. Joiners stay: emoji are made with them. */
export function readRemark(text: string, name: string): WrittenRemark | { readonly fault: RemarkFault } {
  const words = clean(text.replaceAll(/\r\n?/g, "\n"), /(?![\n\t\u200d])\p{C}/gu);
  const own = clean(name, /\p{C}/gu).replaceAll(/\s+/g, " ");
  const length = [...words].length;
  if (length < shortestRemark) return { fault: "TOO_SHORT" };
  if (length > longestRemark) return { fault: "TOO_LONG" };
  if ([...own].length > longestRemarkName) return { fault: "NAME_TOO_LONG" };
  return { text: words, name: own === "" ? null : own };
}

function clean(text: string, unseen: RegExp): string {
  return text.normalize("NFC").replaceAll(unseen, "").trim();
}
