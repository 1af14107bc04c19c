import { isYearBegun } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MeasurementGridQuery } from "../../generated/graphql.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { GridTable } from "./grid-table.tsx";
import { SheetPanel } from "./sheet-panel.tsx";
import { useDrafts } from "./use-drafts.ts";
import { visibleObjectives } from "./visible-objectives.ts";
import { WrongSummary } from "./wrong-summary.tsx";

const atFirst = 100;

interface Props {
  readonly grid: MeasurementGridQuery["measurementGrid"];
  readonly today: string;
  readonly owedOnly: boolean;
  readonly reload: () => Promise<unknown>;
}

/** The grid with what is done to all of it: what is not saved is counted, and saved at once. */
export function MeasuresDesk({ grid, today, owedOnly, reload }: Props) {
  const { t } = useTranslation();
  const [most, setMost] = useState(atFirst);
  const [isDropping, setDropping] = useState(false);
  const { year, body, objectives, mayMeasure } = grid;
  const indicators = objectives.flatMap((objective) => objective.indicators);
  const desk = useDrafts({ bodyId: body.id, year, indicators, reload });
  const { shown, hidden } = visibleObjectives(objectives, { year, today, owedOnly, most });
  const count = desk.drafts.size;
  return (
    <>
      <WrongSummary desk={desk} indicators={indicators} />
      {desk.told && (
        <Notice kind={desk.told.kind} role={desk.told.kind === "danger" ? "alert" : "status"}>
          {desk.told.words}
        </Notice>
      )}
      {!isYearBegun(year, today) && <Notice kind="info">{t("measurement.notBegun", { year })}</Notice>}
      {shown.length === 0 ? (
        <Notice kind="info">{t(owedOnly ? "measurement.nothingOwed" : "measurement.nothing")}</Notice>
      ) : (
        <GridTable
          caption={t("measurement.caption", { year })}
          year={year}
          today={today}
          objectives={shown}
          desk={desk}
        />
      )}
      {hidden > 0 && (
        <button type="button" className="btn btn-outline-primary" onClick={() => setMost(most + atFirst)}>
          {t("measurement.more", { count: hidden })}
        </button>
      )}
      {mayMeasure && shown.length > 0 && (
        <div className="measures-save">
          <button
            type="button"
            className="btn btn-primary"
            aria-disabled={count === 0 || desk.isSaving}
            onClick={() => void desk.saveAll()}
          >
            {t(desk.isSaving ? "measurement.saving" : "measurement.save")}
          </button>
          <button
            type="button"
            className="btn btn-outline-primary"
            aria-disabled={count === 0 || desk.isSaving}
            onClick={() => setDropping(count > 0 && !desk.isSaving)}
          >
            {t("measurement.drop")}
          </button>
          <p role="status">{count > 0 ? t("measurement.unsavedCount", { count }) : ""}</p>
        </div>
      )}
      {isDropping && (
        <ConfirmDialog
          question={t("measurement.dropAsk")}
          effect={t("measurement.dropEffect", { count })}
          answer={t("measurement.drop")}
          onConfirm={desk.dropAll}
          onClose={() => setDropping(false)}
        />
      )}
      {indicators.length > 0 && <SheetPanel grid={grid} onWritten={() => void reload()} />}
    </>
  );
}
