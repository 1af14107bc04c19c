/** What every format prints, in the order in which it is read. One that is added here does not compile until each format
 *  prints it. */
export type PrintBlock = Heading | Paragraph | Quote | List | Table | Objective;

export interface Heading {
  readonly type: "heading";
  /** From 1 to 6, below the document's title, and never more than one deeper than the heading before. */
  readonly level: number;
  /** «2.1» */
  readonly number: string | null;
  /** By which the contents find it; null where they have no line for it. */
  readonly anchor: string | null;
  /** A part of the plan stands on pages of its own. */
  readonly beginsPage: boolean;
  readonly runs: readonly Run[];
}

export interface Paragraph {
  readonly type: "paragraph";
  /** It says what the next block is of, and stands on its page. */
  readonly leads?: boolean;
  readonly runs: readonly Run[];
}

export interface Quote {
  readonly type: "quote";
  readonly runs: readonly Run[];
}

export interface List {
  readonly type: "list";
  /** The number of its first item; null for bullets. */
  readonly start: number | null;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly runs: readonly Run[];
  /** What is indented under it. */
  readonly lists: readonly List[];
}

export interface Table {
  readonly type: "table";
  /** What it is called where it is not seen. */
  readonly caption: string;
  readonly columns: number;
  /** So many rows at its top name its columns. */
  readonly headerRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** The cells of a table fill its grid: none lies over another, and none is missing. */
export interface Cell {
  /** What a header cell is the header of. */
  readonly scope: "column" | "row" | null;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly runs: readonly Run[];
}

export interface Objective {
  readonly type: "objective";
  readonly level: number;
  readonly title: readonly Run[];
  /** Its fields in words. */
  readonly lines: readonly string[];
  readonly indicators: Table | null;
  /** As `readCopiedObjective` reads it, for formats that come back; null for one that holds more than it would take. */
  readonly copied: string | null;
}

export type Run = TextRun | LineBreak;

export interface TextRun {
  readonly type: "text";
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** A safe address, or «#» and the anchor of a heading in the same print. */
  readonly link: string | null;
  /** The code of the part to which it refers, also where that is not in the same print: for formats that come back. */
  readonly part: string | null;
  readonly change: RunChange | null;
}

export interface LineBreak {
  readonly type: "break";
  readonly change: RunChange | null;
}

/** What happened to words of a comparison. */
export type RunChange = "inserted" | "removed" | "formatted";
