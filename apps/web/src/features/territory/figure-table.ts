/** What a chart shows, in words and figures: the page shows it as a table, and gives it away as CSV. */
export interface FigureTable {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
