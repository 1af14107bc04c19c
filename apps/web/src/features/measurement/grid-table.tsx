import { roundDeadline, rounds, standingOf, writeValue } from "@upiao/domain";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type {
  MeasuredIndicatorLineFragment,
  MeasuredObjectiveLineFragment,
} from "../../generated/graphql.ts";
import { formatDay } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { as } from "../../ui/table-role.ts";
import { keyOf } from "./draft.ts";
import type { PastedCell } from "./fill-block.ts";
import { ObjectiveStateBadge } from "./objective-state-badge.tsx";
import type { DraftsDesk } from "./use-drafts.ts";
import { cellId, ValueCell } from "./value-cell.tsx";

interface Props {
  readonly caption: string;
  readonly year: number;
  /** A day of the calendar, in Italy. */
  readonly today: string;
  readonly objectives: readonly MeasuredObjectiveLineFragment[];
  readonly desk: DraftsDesk;
}

/** The grid: a group of rows for each objective, a row for each indicator, a field for each round. */
export function GridTable({ caption, year, today, objectives, desk }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const columnId = (round: number) => `${id}-round-${round}`;
  const rowId = (indicatorId: string) => `${id}-row-${indicatorId}`;
  // Where the keyboard goes: rows that may be written, in the order of the page.
  const writable = objectives.filter(({ mayMeasure }) => mayMeasure).flatMap(({ indicators }) => indicators);
  const places = new Map(writable.map((indicator, place) => [indicator.id, place]));

  const move = (indicatorId: string, round: number) => (step: { down: number; right: number }) => {
    const to = writable[places.get(indicatorId)! + step.down];
    if (to) document.getElementById(cellId(keyOf(to.id, round + step.right)))?.focus();
  };
  const paste = (indicatorId: string, round: number) => (block: readonly PastedCell[]) => {
    // An empty cell of a block is a gap, not somebody's wish to delete.
    const filled = block.filter(({ text }) => text !== "");
    const landing = filled.flatMap(({ down, right, text }) => {
      const to = writable[places.get(indicatorId)! + down];
      return to && round + right <= rounds.length ? [{ to, round: round + right, text }] : [];
    });
    desk.changeAll(
      // What stands there already is no change.
      landing
        .filter((cell) => cell.text !== shownAt(cell.to, cell.round))
        .map((cell) => ({ indicatorId: cell.to.id, round: cell.round, part: { text: cell.text } })),
    );
    if (landing.length < filled.length) desk.tellBeyond(filled.length - landing.length);
  };
  const shownAt = (indicator: MeasuredIndicatorLineFragment, round: number) => {
    const standing = desk.standingAt(indicator.id, round);
    return standing ? writeValue(standing.value, indicator.unit) : "";
  };
  return (
    // What is wider than the screen scrolls in itself, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached without a mouse
    <section className="measures-scroll" aria-label={caption} tabIndex={0}>
      <table className="measures-table stacking-table" {...as("table")}>
        <caption>{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            <th scope="col" {...as("columnheader")}>
              {t("measurement.column.indicator")}
            </th>
            <th scope="col" {...as("columnheader")}>
              {t("measurement.column.unit")}
            </th>
            <th scope="col" {...as("columnheader")}>
              {t("measurement.column.baseline")}
            </th>
            <th scope="col" {...as("columnheader")}>
              {t("measurement.column.target", { year })}
            </th>
            {rounds.map((round) => {
              const standing = standingOf({ year, round }, today);
              const day = formatDay(roundDeadline({ year, round }), language);
              return (
                <th key={round} scope="col" id={columnId(round)} {...as("columnheader")}>
                  {t("measurement.column.round", { round })}
                  <small>{t(`measurement.standing.${standing}`, { day })}</small>
                </th>
              );
            })}
            <th scope="col" {...as("columnheader")}>
              {t("measurement.column.state")}
            </th>
          </tr>
        </thead>
        {objectives.map((objective) => (
          <tbody key={objective.id} {...as("rowgroup")}>
            <tr className="measures-objective" {...as("row")}>
              <th scope="rowgroup" colSpan={6} lang="it" {...as("rowheader")}>
                <Link to={`/sezioni/${objective.sectionId}`}>{objective.title}</Link>
                <small>{objective.sectionTitle}</small>
              </th>
              <td {...as("cell")} data-label={t("measurement.column.state")}>
                <ObjectiveStateBadge state={objective.state} />
              </td>
            </tr>
            {objective.indicators.map((indicator) => (
              <tr key={indicator.id} {...as("row")}>
                <th scope="row" id={rowId(indicator.id)} lang="it" {...as("rowheader")}>
                  {indicator.name}
                </th>
                <td {...as("cell")} data-label={t("measurement.column.unit")}>
                  {t(`measurement.unit.${indicator.unit}`)}
                  <small>{t(`measurement.direction.${indicator.direction}`)}</small>
                </td>
                <td {...as("cell")} data-label={t("measurement.column.baseline")}>
                  {valueOrDash(indicator.baseline, indicator)}
                </td>
                <td {...as("cell")} data-label={t("measurement.column.target", { year })}>
                  {valueOrDash(targetOf(indicator, year), indicator)}
                </td>
                {rounds.map((round) => (
                  <ValueCell
                    key={round}
                    indicator={indicator}
                    round={round}
                    target={targetOf(indicator, year)}
                    desk={desk}
                    mayMeasure={objective.mayMeasure}
                    labelledBy={`${rowId(indicator.id)} ${columnId(round)}`}
                    onMove={move(indicator.id, round)}
                    onPaste={paste(indicator.id, round)}
                  />
                ))}
                <td {...as("cell")} data-label={t("measurement.column.state")}>
                  <ObjectiveStateBadge state={indicator.state} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function targetOf({ targets }: MeasuredIndicatorLineFragment, year: number): number | null {
  return targets.find((target) => target.year === year)?.value ?? null;
}

function valueOrDash(value: number | null, { unit }: MeasuredIndicatorLineFragment): string {
  return value === null ? "–" : writeValue(value, unit);
}
