/** A text that a block copied from a spreadsheet puts into a cell, counted from where it is pasted. */
export interface PastedCell {
  readonly down: number;
  readonly right: number;
  readonly text: string;
}

/** The cells of a block that a spreadsheet has put on the clipboard: lines of values with tabs between; a value that holds a tab
 *  or a line break stands in quotes. Null when it is one value, which the browser pastes itself. */
export function readBlock(clipboard: string): PastedCell[] | null {
  const lines = linesOf(clipboard.replace(/\r\n?/g, "\n").replace(/\n$/, ""));
  if (lines.length === 1 && lines[0]!.length === 1) return null;
  return lines.flatMap((line, down) => line.map((text, right) => ({ down, right, text: text.trim() })));
}

function linesOf(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const lines: string[][] = [[]];
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, quoted, plain, end] = found;
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\n") lines.push([]);
    if (end === "") break;
  }
  return lines;
}
