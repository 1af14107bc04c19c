import type { ReactNode } from "react";

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: true;
  /** Of what is in its cells, where that is not the page's. */
  readonly lang?: "it";
}

interface Props<Row> {
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
}

/** A table that on a narrow screen stands as a card for each row, where every value says what it is. */
export function StackingTable<Row>({ caption, columns, rows, keyOf }: Props<Row>): ReactNode {
  const [first, ...others] = columns;
  return (
    <div className="stacks">
      <table {...as("table")}>
        <caption className="hidden">{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            {columns.map(({ name }) => (
              <th key={name} scope="col" {...as("columnheader")}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")}>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...as("row")}>
              <th scope="row" lang={first.lang} {...as("rowheader")}>
                {first.cell(row)}
              </th>
              {others.map(({ name, cell, isNumber, lang }) => (
                <td key={name} className={isNumber && "number"} data-name={name} lang={lang} {...as("cell")}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Shown as blocks, the parts of a table are no table to a screen reader, unless they say that they are. */
function as(role: string): { readonly role: string } {
  return { role };
}
