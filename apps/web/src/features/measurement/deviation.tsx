import { deviationOf, isAdverse, readValue, writeValue } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import type { MeasuredIndicatorLineFragment, MeasuredValueLineFragment } from "../../generated/graphql.ts";
import type { Draft } from "./draft.ts";

interface Props {
  readonly indicator: MeasuredIndicatorLineFragment;
  readonly round: number;
  readonly target: number | null;
  readonly draft: Draft | undefined;
  readonly standing: MeasuredValueLineFragment | null;
}

/** By how much what stands in a cell, or was just written there, is off what is expected of the year. What the year ends with on
 *  the wrong side wants a reason: half a year before, it is only on its way. */
export function Deviation({ indicator, round, target, draft, standing }: Props) {
  const { t } = useTranslation();
  const { unit, direction } = indicator;
  const deviation = deviationOf(unit, target, valueIn(draft, standing, indicator));
  if (deviation === null || deviation === 0) return null;
  const note = draft?.note ?? standing?.note ?? "";
  const lacksReason = round === 2 && isAdverse(direction, deviation) && note.trim() === "";
  const amount = `${deviation > 0 ? "+" : "−"}${writeValue(Math.abs(deviation), unit)}`;
  return (
    <span className="measures-deviation">
      {t("measurement.deviation", { amount })}
      {lacksReason && <strong>{t("measurement.lacksReason")}</strong>}
    </span>
  );
}

function valueIn(
  draft: Draft | undefined,
  standing: MeasuredValueLineFragment | null,
  { unit }: MeasuredIndicatorLineFragment,
): number | null {
  if (draft?.text == null) return standing?.value ?? null;
  const read = readValue(draft.text, unit);
  return "value" in read ? read.value : null;
}
