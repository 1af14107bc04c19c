import { writeValue } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import type { ImportPreviewQuery, MeasuredIndicatorLineFragment } from "../../generated/graphql.ts";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { mostFaultsShown } from "./sheet/limits.ts";
import { useCellSentence } from "./use-cell-sentence.ts";

type Preview = ImportPreviewQuery["importPreview"];

interface Props {
  readonly preview: Preview;
  readonly indicators: readonly MeasuredIndicatorLineFragment[];
  readonly onConfirm: (count: number) => void;
  readonly onStop: () => void;
}

/** What an import will change, cell by cell, or what is wrong with it; nothing of it is written yet. */
export function ImportPreview({ preview, indicators, onConfirm, onStop }: Props) {
  const { t } = useTranslation();
  const sentenceOf = useCellSentence();
  const { added, corrected, unchanged, changes, faults, faultCount } = preview;
  const count = added + corrected;
  const unitOf = (id: string) => indicators.find((one) => one.id === id)?.unit ?? "NUMBER";
  return (
    <>
      <p role="status">{t("measurement.sheet.summary", { added, corrected, unchanged })}</p>
      {faultCount > 0 && (
        <Notice kind="danger" role="alert">
          <p>{t("measurement.sheet.wrong", { count: faultCount })}</p>
          <ul>
            {faults.slice(0, mostFaultsShown).map((wrong) => (
              <li key={`${wrong.row} ${wrong.round}`}>
                {t("measurement.sheet.atCell", { row: wrong.row, round: wrong.round })}{" "}
                {sentenceOf(wrong, unitOf(wrong.indicatorId))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {changes.length > 0 && (
        <StackingTable<Preview["changes"][number]>
          caption={t("measurement.sheet.caption")}
          rows={changes}
          keyOf={({ row, round }) => `${row} ${round}`}
          columns={[
            {
              key: "cell",
              words: t("measurement.column.indicator"),
              cell: ({ indicatorName, objectiveTitle, round }) => (
                <>
                  <span lang="it">{t("measurement.cell", { indicator: indicatorName, round })}</span>
                  <span className="stacking-table-aside">{objectiveTitle}</span>
                </>
              ),
            },
            {
              key: "before",
              words: t("measurement.sheet.before"),
              cell: ({ before, unit }) =>
                before
                  ? `${writeValue(before.value, unit)} (${before.byName})`
                  : t("measurement.sheet.nothing"),
            },
            {
              key: "after",
              words: t("measurement.sheet.after"),
              cell: ({ after, unit, wordsChange, isDoubtful }) => (
                <>
                  <strong>{writeValue(after, unit)}</strong>
                  {wordsChange && (
                    <span className="stacking-table-aside">{t("measurement.sheet.words")}</span>
                  )}
                  {isDoubtful && (
                    <span className="stacking-table-aside">{t("measurement.sheet.doubtful")}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {count > changes.length && <p>{t("measurement.sheet.more", { count: count - changes.length })}</p>}
      {count === 0 && faultCount === 0 && <p>{t("measurement.sheet.same")}</p>}
      <div className="confirm-dialog-answers">
        {count > 0 && faultCount === 0 && (
          <button type="button" className="btn btn-primary" onClick={() => onConfirm(count)}>
            {t("measurement.sheet.confirm", { count })}
          </button>
        )}
        <button type="button" className="btn btn-outline-primary" onClick={onStop}>
          {t("people.cancel")}
        </button>
      </div>
    </>
  );
}
