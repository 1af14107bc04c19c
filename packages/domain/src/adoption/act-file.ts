/** What the file of an act may be: a PDF, or anything in a signed envelope, as Italian acts are kept (CAD, art. 20 and 21). */
export const actFileTypes = {
  pdf: "application/pdf",
  p7m: "application/pkcs7-mime",
} as const;

/** SignedData of PKCS #7 (RFC 2315, 14), as it stands at the head of the file. */
const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/** The media type of a file by what is in it, whatever it is called; null for what no act is. */
export function actFileType(head: Uint8Array): string | null {
  const letters = String.fromCharCode(...head.subarray(0, 1024));
  if (letters.includes("%PDF-")) return actFileTypes.pdf;
  const isSequence = head[0] === 0x30;
  return isSequence && letters.slice(0, 32).includes(String.fromCharCode(...signedData))
    ? actFileTypes.p7m
    : null;
}

/** The name under which an act's file is given out: the body's own words are kept, and nothing of a path. */
export function actFileName(name: string, mediaType: string): string {
  const ending = mediaType === actFileTypes.pdf ? ".pdf" : ".p7m";
  const bare = name
    .normalize("NFC")
    .replaceAll(/^.*[/\\]/g, "")
    .replaceAll(/[\p{C}"<>|:*?;]/gu, "")
    .trim()
    .slice(0, 120);
  if (bare === "") return `atto${ending}`;
  return bare.toLowerCase().endsWith(ending) ? bare : `${bare}${ending}`;
}
