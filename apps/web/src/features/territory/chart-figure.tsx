import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { CsvButton } from "./csv-button.tsx";
import type { FigureTable } from "./figure-table.ts";

interface Props {
  readonly table: FigureTable;
  readonly children: ReactNode;
}

/** A chart, and what it shows as a table and as a file: who cannot see the one reads the other. */
export function ChartFigure({ table, children }: Props) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <figure className="chart-figure" aria-labelledby={title}>
      <figcaption id={title}>{table.caption}</figcaption>
      {children}
      <div className="chart-figure-data">
        <details>
          <summary>{t("territory.asTable")}</summary>
          <FigureTableView table={table} />
        </details>
        <CsvButton table={table} />
      </div>
    </figure>
  );
}

export function FigureTableView({ table: { caption, columns, rows } }: { readonly table: FigureTable }) {
  return (
    <table className="figure-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
