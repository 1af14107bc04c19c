// What XML 1.0 has no place for, neither written out nor as a number; and the letter that stands for nothing.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\ufeff\p{Cn}]/gu;

/** The text as every format can hold it. Halves of pairs are shown as what was lost. */
export function cleanText(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\ufffd").replaceAll(unprintable, (letter) => keptOf(letter));
}

/** \p{Cn} has the noncharacters in it, and letters of scripts that this program does not know yet. */
function keptOf(letter: string): string {
  const code = letter.codePointAt(0)!;
  const isNoncharacter = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
  return code > 0xa0 && code !== 0x200b && code !== 0xfeff && !isNoncharacter ? letter : "";
}

/** The same in one line, for titles. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replaceAll(/[\s\u0085\u2028\u2029]+/g, " ")
    .trim();
}
