import type { ReactNode } from "react";
import { as } from "./table-role.ts";

export interface Column<Row> {
  readonly key: string;
  readonly words: string;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table that on a narrow screen becomes a card for each row, where every value stands under what it is. */
export function StackingTable<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  const [first, ...others] = columns;
  return (
    <table className="stacking-table" {...as("table")}>
      <caption>{caption}</caption>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          {columns.map(({ key, words }) => (
            <th key={key} scope="col" {...as("columnheader")}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as("rowgroup")}>
        {rows.map((row) => (
          <tr key={keyOf(row)} {...as("row")}>
            <th scope="row" {...as("rowheader")} data-label={first.words}>
              {first.cell(row)}
            </th>
            {others.map(({ key, words, cell }) => (
              <td key={key} {...as("cell")} data-label={words}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
