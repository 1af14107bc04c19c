import { writeValue } from "@upiao/domain";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MeasuredIndicatorLineFragment } from "../../generated/graphql.ts";
import { Icon } from "../../ui/icon.tsx";
import { as } from "../../ui/table-role.ts";
import { Deviation } from "./deviation.tsx";
import { type Draft, keyOf } from "./draft.ts";
import { type PastedCell, readBlock } from "./fill-block.ts";
import { useCellSentence } from "./use-cell-sentence.ts";
import type { DraftsDesk } from "./use-drafts.ts";
import { ValueDialog } from "./value-dialog.tsx";

interface Props {
  readonly indicator: MeasuredIndicatorLineFragment;
  readonly round: number;
  /** What is expected of the year; null: nothing. */
  readonly target: number | null;
  readonly desk: DraftsDesk;
  readonly mayMeasure: boolean;
  /** Ids of what names the cell: its row and its column. */
  readonly labelledBy: string;
  readonly onMove: (step: { readonly down: number; readonly right: number }) => void;
  readonly onPaste: (block: readonly PastedCell[]) => void;
}

export function cellId(key: string): string {
  return `cell-${key}`;
}

/** A cell of the grid: a field for the value, and a button for what is said beside it. */
export function ValueCell({
  indicator,
  round,
  target,
  desk,
  mayMeasure,
  labelledBy,
  onMove,
  onPaste,
}: Props) {
  const { t } = useTranslation();
  const sentenceOf = useCellSentence();
  const [isOpen, setOpen] = useState(false);
  const key = keyOf(indicator.id, round);
  const draft = desk.drafts.get(key);
  const wrong = desk.wrong.get(key);
  const standing = desk.standingAt(indicator.id, round);
  const shown = standing ? writeValue(standing.value, indicator.unit) : "";
  const hasWords = Boolean((draft?.note ?? standing?.note) || (draft?.evidence ?? standing?.evidence));
  const id = cellId(key);

  /** The buttons go when one was chosen: whoever goes by keyboard goes on from the cell. */
  const settle = (choose: (key: string) => void) => {
    choose(key);
    document.getElementById(id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = stepOf(event);
    if (step) {
      event.preventDefault();
      onMove(step);
    } else if (event.key === "Escape" && draft) {
      event.preventDefault();
      desk.drop(key);
    }
  };
  const paste = (event: ClipboardEvent) => {
    const block = readBlock(event.clipboardData.getData("text/plain"));
    if (!block) return;
    event.preventDefault();
    onPaste(block);
  };
  const describedBy = [wrong && `${id}-fault`, draft && `${id}-unsaved`].filter(Boolean).join(" ");
  return (
    <td
      className={`measures-cell ${draft ? "measures-cell-unsaved" : ""}`}
      {...as("cell")}
      data-label={t("measurement.column.round", { round })}
    >
      <div className="measures-cell-line">
        {mayMeasure ? (
          <input
            id={id}
            className={`form-control ${wrong ? "is-invalid" : ""}`}
            inputMode="text"
            autoComplete="off"
            aria-labelledby={labelledBy}
            aria-describedby={describedBy || undefined}
            aria-invalid={wrong !== undefined}
            value={draft?.text ?? shown}
            onChange={({ currentTarget: { value } }) =>
              value === shown && !touchesWords(draft)
                ? desk.drop(key)
                : desk.change(indicator.id, round, { text: value })
            }
            onFocus={({ currentTarget }) => currentTarget.select()}
            onKeyDown={onKeyDown}
            onPaste={paste}
          />
        ) : (
          <span className="measures-value">{shown || "–"}</span>
        )}
        {(mayMeasure || standing) && (
          <button
            type="button"
            className="measures-words"
            aria-label={t(hasWords ? "measurement.openWords" : "measurement.addWords", {
              indicator: indicator.name,
              round,
            })}
            onClick={() => setOpen(true)}
          >
            <Icon name={hasWords ? "note" : "pencil"} className="icon-sm" />
          </button>
        )}
      </div>
      <Deviation indicator={indicator} round={round} target={target} draft={draft} standing={standing} />
      {draft && (
        <span id={`${id}-unsaved`} className="measures-unsaved">
          {t("measurement.unsaved")}
        </span>
      )}
      {wrong && (
        <p id={`${id}-fault`} className="field-fault">
          {sentenceOf(wrong, indicator.unit)}
        </p>
      )}
      {wrong?.current && (
        <span className="measures-choices">
          <button
            type="button"
            className="btn btn-outline-primary btn-xs"
            onClick={() => settle(desk.keepMine)}
          >
            {t("measurement.keepMine")}
          </button>
          <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => settle(desk.drop)}>
            {t("measurement.takeTheirs")}
          </button>
        </span>
      )}
      {isOpen && (
        <ValueDialog
          indicator={indicator}
          round={round}
          standing={standing}
          draft={draft ?? null}
          mayMeasure={mayMeasure}
          onWrite={(words) => desk.change(indicator.id, round, words)}
          onClose={() => setOpen(false)}
        />
      )}
    </td>
  );
}

function touchesWords(draft: Draft | undefined): boolean {
  return draft !== undefined && (draft.note !== null || draft.evidence !== null);
}

/** Where a key leads to: as in a spreadsheet, but inside the text of a cell the arrows move the caret. */
function stepOf({ key, shiftKey, currentTarget: field, ...event }: KeyboardEvent<HTMLInputElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (key === "Enter") return { down: shiftKey ? -1 : 1, right: 0 };
  if (shiftKey) return null;
  if (key === "ArrowDown") return { down: 1, right: 0 };
  if (key === "ArrowUp") return { down: -1, right: 0 };
  const { selectionStart: start, selectionEnd: end, value } = field;
  const isAll = start === 0 && end === value.length;
  if (key === "ArrowLeft" && (isAll || end === 0)) return { down: 0, right: -1 };
  if (key === "ArrowRight" && (isAll || start === value.length)) return { down: 0, right: 1 };
  return null;
}
