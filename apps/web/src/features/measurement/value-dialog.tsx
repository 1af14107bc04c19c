import { useQuery } from "@apollo/client/react";
import { writeValue } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import {
  type MeasuredIndicatorLineFragment,
  type MeasuredValueLineFragment,
  MeasurementHistoryDocument,
} from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { Moment } from "../../ui/moment.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import type { Draft } from "./draft.ts";

interface Props {
  readonly indicator: MeasuredIndicatorLineFragment;
  readonly round: number;
  readonly standing: MeasuredValueLineFragment | null;
  readonly draft: Draft | null;
  readonly mayMeasure: boolean;
  readonly onWrite: (words: { readonly note: string; readonly evidence: string }) => void;
  readonly onClose: () => void;
}

/** What is said beside a value: why it deviates, its evidence, and what stood there before. */
export function ValueDialog({ indicator, round, standing, draft, mayMeasure, onWrite, onClose }: Props) {
  const { t } = useTranslation();
  const note = draft?.note ?? standing?.note ?? "";
  const evidence = draft?.evidence ?? standing?.evidence ?? "";
  return (
    <Dialog title={t("measurement.wordsOf", { indicator: indicator.name, round })} onClose={onClose}>
      {(close) => (
        <>
          {mayMeasure ? (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                const data = new FormData(event.currentTarget);
                const words = { note: String(data.get("note")), evidence: String(data.get("evidence")) };
                if (words.note !== note || words.evidence !== evidence) onWrite(words);
                close();
              }}
            >
              <TextAreaField
                name="note"
                label={t("measurement.note")}
                hint={t("measurement.noteHint")}
                rows={3}
                defaultValue={note}
                faults={[]}
              />
              <Field
                name="evidence"
                label={t("measurement.evidence")}
                hint={t("measurement.evidenceHint")}
                inputMode="url"
                autoComplete="off"
                defaultValue={evidence}
                faults={[]}
              />
              <FormAnswers onCancel={close}>{t("measurement.keepWords")}</FormAnswers>
            </form>
          ) : (
            <>
              <p>{note || t("measurement.noNote")}</p>
              <button type="button" className="btn btn-outline-primary" onClick={close}>
                {t("measurement.close")}
              </button>
            </>
          )}
          {standing?.evidence && (
            <p>
              <a href={standing.evidence} rel="noreferrer" target="_blank">
                {t("measurement.openEvidence")}
              </a>
            </p>
          )}
          {standing && <Past indicator={indicator} standing={standing} />}
        </>
      )}
    </Dialog>
  );
}

function Past({
  indicator,
  standing,
}: {
  readonly indicator: MeasuredIndicatorLineFragment;
  readonly standing: MeasuredValueLineFragment;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(MeasurementHistoryDocument, {
    variables: { id: standing.id },
    fetchPolicy: "network-only",
    skip: !standing.corrected,
  });
  const lines = [{ ...standing, replacedAt: null }, ...(data?.measurementHistory ?? [])];
  return (
    <>
      <h3 className="h6 mt-3">{t("measurement.history")}</h3>
      <ol className="measures-history">
        {lines.map(({ value, note, byName, at }) => (
          <li key={at}>
            <strong>{writeValue(value, indicator.unit)}</strong>{" "}
            {t("measurement.writtenBy", { name: byName })} <Moment iso={at} />
            {note && <span className="measures-history-note">{note}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
