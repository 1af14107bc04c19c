import type { CellDifference, RowDifference, TableDifference } from "@upiao/document";
import { useTranslation } from "react-i18next";
import type { Shown } from "./difference-view.tsx";
import { Pieces } from "./pieces.tsx";

interface Props {
  readonly table: TableDifference;
  readonly shown: Shown;
  readonly names: ReadonlyMap<number, string>;
}

/** A table with what has changed in each cell; a row or a cell that came or went says so. */
export function TableDifferenceView({ table, shown, names }: Props) {
  const { t } = useTranslation();
  const rows = table.rows.filter((row) => stands(row, shown));
  if (rows.length === 0) return <div className="comparison-nothing" />;
  return (
    // Wider than its place, it scrolls: by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="comparison-table" aria-label={t("version.table")} tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is compared does not change while it is shown
            <tr key={index} data-change={row.change}>
              {row.cells
                .filter((cell) => stands(cell, shown))
                .map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <Cell key={column} {...{ cell, shown, names }} />
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, shown, names }: { readonly cell: CellDifference } & Omit<Props, "table">) {
  const { isHeader, colspan, rowspan, change, pieces } = cell;
  const Tag = isHeader ? "th" : "td";
  return (
    <Tag colSpan={colspan} rowSpan={rowspan} data-change={change}>
      <Pieces pieces={pieces} shown={shown} names={names} />
    </Tag>
  );
}

function stands({ change }: Pick<RowDifference, "change">, shown: Shown): boolean {
  return change !== (shown === "before" ? "INSERTED" : shown === "after" ? "REMOVED" : null);
}
