import { fontTable } from "./font-tables.ts";

/** Whether a TrueType font has a letter, as its table `cmap` says: of its subtables the one of all Unicode, or of the first plane. */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = fontTable(font, "cmap").from;
  const places = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    const at = cmap + 4 + 8 * index;
    const isUnicode = font.readUInt16BE(at) === 0 || font.readUInt16BE(at) === 3;
    return isUnicode ? cmap + font.readUInt32BE(at + 4) : -1;
  }).filter((place) => place >= 0);
  const ranges = places.flatMap((place) => rangesOf(font, place)).sort(([one], [other]) => one - other);
  return (codePoint) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]![0] <= codePoint) low = middle + 1;
      else high = middle;
    }
    // Ranges of two subtables overlap, and the longer of two that begin together may be the earlier one.
    return ranges.slice(Math.max(0, low - 8), low).some(([from, to]) => from <= codePoint && codePoint <= to);
  };
}

type Range = readonly [from: number, to: number];

function rangesOf(font: Buffer, place: number): Range[] {
  const format = font.readUInt16BE(place);
  if (format === 12)
    return Array.from({ length: font.readUInt32BE(place + 12) }, (_, index) => {
      const at = place + 16 + 12 * index;
      return [font.readUInt32BE(at), font.readUInt32BE(at + 4)];
    });
  if (format !== 4) return [];
  const segments = font.readUInt16BE(place + 6) / 2;
  return Array.from({ length: segments }, (_, index): Range => {
    const end = font.readUInt16BE(place + 14 + 2 * index);
    return [font.readUInt16BE(place + 16 + 2 * segments + 2 * index), end];
  }).filter(([from]) => from !== 0xffff);
}
