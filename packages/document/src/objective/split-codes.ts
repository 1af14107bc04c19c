/** What stands between the codes of a field: people write spaces, commas and semicolons. */
export const betweenCodes = /[\s,;]+/;

/** The codes that a field names, each once. */
export function splitCodes(text: string): string[] {
  return [...new Set(text.split(betweenCodes))].filter(Boolean);
}
