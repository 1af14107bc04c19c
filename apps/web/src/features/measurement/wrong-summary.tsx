import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MeasuredIndicatorLineFragment } from "../../generated/graphql.ts";
import { Notice } from "../../ui/notice.tsx";
import { useCellSentence } from "./use-cell-sentence.ts";
import type { DraftsDesk } from "./use-drafts.ts";
import { cellId } from "./value-cell.tsx";

interface Props {
  readonly desk: DraftsDesk;
  readonly indicators: readonly MeasuredIndicatorLineFragment[];
}

/** What is wrong in the grid, above it, with a way to each cell. It takes the focus when somebody wanted to save. */
export function WrongSummary({ desk, indicators }: Props) {
  const { t } = useTranslation();
  const sentenceOf = useCellSentence();
  const summary = useRef<HTMLDivElement>(null);
  const { size } = desk.wrong;
  const before = useRef(0);
  useEffect(() => {
    if (size > before.current) summary.current?.focus();
    before.current = size;
  }, [size]);
  if (size === 0) return null;
  const lines = [...desk.wrong].flatMap(([key, wrong]) => {
    const draft = desk.drafts.get(key);
    const indicator = indicators.find(({ id }) => id === draft?.indicatorId);
    return draft && indicator ? [{ key, wrong, round: draft.round, indicator }] : [];
  });
  return (
    <Notice kind="danger" role="alert" ref={summary}>
      <p>{t("measurement.wrong", { count: size })}</p>
      <ul>
        {lines.map(({ key, wrong, round, indicator }) => (
          <li key={key}>
            <a
              href={`#${cellId(key)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(cellId(key))?.focus();
              }}
            >
              {t("measurement.cell", { indicator: indicator.name, round })}:{" "}
              {sentenceOf(wrong, indicator.unit)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
