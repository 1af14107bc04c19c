/** The address of an evidence as a browser will open it, or null when it is none that may be opened: a script would run in the
 *  page of whoever looks at it. */
export function readEvidence(text: string): string | null {
  try {
    const url = new URL(text.trim());
    return (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== "" ? url.href : null;
  } catch {
    return null;
  }
}
