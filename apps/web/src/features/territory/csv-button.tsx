import { searchName } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { saveFile } from "../../ui/save-file.ts";
import type { FigureTable } from "./figure-table.ts";

/** Takes a table away as a file. */
export function CsvButton({ table }: { readonly table: FigureTable }) {
  const { t } = useTranslation();
  const save = async () => {
    // What writes the file comes when it is wanted.
    const { tableCsv } = await import("./table-csv.ts");
    saveFile(`${searchName(table.caption).replaceAll(" ", "-")}.csv`, tableCsv(table), "text/csv");
  };
  return (
    <button
      type="button"
      className="btn btn-outline-primary btn-sm csv-button"
      aria-label={t("territory.csvOf", { table: table.caption })}
      onClick={() => void save()}
    >
      {t("territory.csv")}
    </button>
  );
}
