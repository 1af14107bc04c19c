// What is not seen is no matter of fonts.
const needsNoGlyph = /^[\p{Default_Ignorable_Code_Point} \t]$/u;

// PDF/A forbids them: what they look like is agreed between two programs.
const isPrivate = /^\p{Co}$/u;

/** The text with each letter that no font has as what it is called, «[U+4E2D]»: PDF/A and PDF/UA forbid an empty box, and it
 *  would tell nobody anything. */
export function printableLetters(text: string, covers: (codePoint: number) => boolean): string {
  // Most texts have nothing else.
  if (/^[ -~\u00a0-\u017f\u2018-\u201d\u2013\u2014\u2022\u20ac]*$/.test(text)) return text;
  return Array.from(text, (letter) => {
    const codePoint = letter.codePointAt(0)!;
    if (!isPrivate.test(letter) && (needsNoGlyph.test(letter) || covers(codePoint))) return letter;
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;
  }).join("");
}
