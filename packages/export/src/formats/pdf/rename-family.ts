import { fontTable } from "./font-tables.ts";

/** The font under another name of as many letters, wherever its family is named. */
export function renameFamily(font: Buffer, family: string, as: string): Buffer {
  const { from, to } = fontTable(font, "name");
  const names = font.subarray(from, to);
  const renamed = [utf16, (text: string) => Buffer.from(text, "latin1")].map((spell) =>
    replace(names, spell(family), spell(as)),
  );
  if (family.length !== as.length || !renamed.some(Boolean))
    throw new Error(`no font of the family ${family}`);
  return font;
}

function replace(within: Buffer, old: Buffer, other: Buffer): boolean {
  let at = within.indexOf(old);
  const isThere = at >= 0;
  for (; at >= 0; at = within.indexOf(old, at + 1)) other.copy(within, at);
  return isThere;
}

function utf16(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}
