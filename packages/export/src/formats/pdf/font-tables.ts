/** Where a table of a TrueType font begins and ends. */
export function fontTable(font: Buffer, tag: string): { readonly from: number; readonly to: number } {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + 16 * index;
    if (font.toString("latin1", at, at + 4) !== tag) continue;
    const from = font.readUInt32BE(at + 8);
    return { from, to: from + font.readUInt32BE(at + 12) };
  }
  throw new Error(`a font without a table ${tag}`);
}
