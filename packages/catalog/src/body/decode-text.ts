/** A text in UTF-8 or, where that is allowed, in Windows-1252; null when it is neither. What is in Windows-1252 and has an
 *  accent is never sound UTF-8, so the one is not taken for the other. */
export function decodeText(bytes: Uint8Array, allowed: "UTF-8" | "WINDOWS-1252 TOO"): string | null {
  const text = decodeUtf8(bytes) ?? (allowed === "UTF-8" ? null : decodeWindows1252(bytes));
  return text === null || garbled.test(text) ? null : text;
}

// Signs that no name has, which other encodings leave: NUL of UTF-16, control characters of a Macintosh or DOS file, and
// «Ã¨», which is UTF-8 that somebody took for Windows-1252 and saved.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const garbled = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]|Ã[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]/;

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Of 0x80 to 0x9f, where it is not ISO 8859-1. The five bytes that mean nothing stay control characters. */
const upperSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By hand: the TextDecoder of Node.js 20 takes Windows-1252 for ISO 8859-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (sign) => upperSigns[sign.charCodeAt(0) - 0x80]!);
}
