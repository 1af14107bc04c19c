import { searchName } from "@upiao/domain";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MeasurementGridQuery } from "../../generated/graphql.ts";
import { FilePicker } from "../../ui/file-picker.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { mostFaultsShown } from "./sheet/limits.ts";
import { useImport } from "./use-import.ts";

interface Props {
  readonly grid: MeasurementGridQuery["measurementGrid"];
  readonly onWritten: () => void;
}

/** The grid as a file: taken away by whoever reads it, brought in by whoever measures. */
export function SheetPanel({ grid, onWritten }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { year, body, objectives, mayMeasure } = grid;
  const indicators = objectives.flatMap((objective) => objective.indicators);
  const { standing, read, confirm, stop } = useImport(body.id, year, indicators, onWritten);
  const isBusy = ["READING", "SENDING", "WRITING"].includes(standing.step);
  const result = useRef<HTMLDivElement>(null);
  const hasAnswer = ["PREVIEW", "FAILED", "WRONG_ROWS", "DONE"].includes(standing.step);
  // What had the focus is gone by then, or shut: whoever goes by keyboard goes on from the answer.
  useEffect(() => {
    if (hasAnswer) result.current?.focus();
  }, [hasAnswer]);
  const save = async (kind: "csv" | "xlsx") => {
    // What writes the file comes when it is wanted.
    const { writeCsv, writeXlsx } = await import("./sheet/write-sheet.ts");
    const name = searchName(body.name).replaceAll(" ", "-");
    saveFile(`misure-${name}-${year}.${kind}`, kind === "csv" ? writeCsv(grid) : await writeXlsx(grid));
  };
  return (
    <section className="measures-sheet" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="h4">
        {t("measurement.sheet.title")}
      </h2>
      <p>
        <button type="button" className="btn btn-outline-primary" onClick={() => void save("xlsx")}>
          {t("measurement.sheet.xlsx")}
        </button>{" "}
        <button type="button" className="btn btn-outline-primary" onClick={() => void save("csv")}>
          {t("measurement.sheet.csv")}
        </button>
      </p>
      {mayMeasure && (
        <FilePicker
          label={t("measurement.sheet.file")}
          hint={t("measurement.sheet.fileHint")}
          accept=".xlsx,.csv"
          isBusy={isBusy}
          onPick={(file) => void read(file)}
        />
      )}
      <div ref={result} tabIndex={-1}>
        {standing.step === "READING" && <p role="status">{t("measurement.sheet.reading")}</p>}
        {standing.step === "SENDING" && (
          <div>
            <label htmlFor={`${id}-progress`}>{t("measurement.sheet.sending", { all: standing.all })}</label>{" "}
            <progress id={`${id}-progress`} value={standing.sent} max={Math.max(1, standing.all)} />
          </div>
        )}
        {standing.step === "WRITING" && (
          <p role="status">{t("measurement.sheet.writing", { count: standing.count })}</p>
        )}
        {standing.step === "FAILED" && (
          <Notice kind="danger" role="alert">
            {standing.sentence}
          </Notice>
        )}
        {standing.step === "WRONG_ROWS" && (
          <Notice kind="danger" role="alert">
            <p>{t("measurement.sheet.wrongRows", { count: standing.rows.length })}</p>
            <ul>
              {standing.rows.slice(0, mostFaultsShown).map(({ row, what, found }) => (
                <li key={row}>{t(`measurement.sheet.row.${what}`, { row, found })}</li>
              ))}
            </ul>
          </Notice>
        )}
        {standing.step === "DONE" && (
          <Notice kind="success" role="status">
            {t("measurement.sheet.done", { count: standing.count })}
          </Notice>
        )}
        {standing.step === "PREVIEW" && (
          <ImportPreview
            preview={standing.preview}
            indicators={indicators}
            onConfirm={(count) => void confirm(standing.preview.id, count)}
            onStop={() => {
              stop();
              result.current?.focus();
            }}
          />
        )}
      </div>
    </section>
  );
}

function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
