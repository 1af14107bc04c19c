import { useMutation } from "@apollo/client/react";
import type { Unit } from "@upiao/domain";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  type MeasuredIndicatorLineFragment,
  type MeasuredValueLineFragment,
  SaveMeasurementsDocument,
} from "../../generated/graphql.ts";
import { useMyself } from "../../session/session.ts";
import {
  type Draft,
  type Drafts,
  draftOf,
  keyOf,
  type WrongCells,
  wrongByAnswer,
  wrongDrafts,
} from "./draft.ts";
import { KeptDrafts } from "./kept-drafts.ts";

/** As many cells as the server takes at once, and as one request can hold. */
const mostAtOnce = 400;
const mostBytesAtOnce = 60_000;

export interface Saving {
  readonly bodyId: string;
  readonly year: number;
  readonly indicators: readonly MeasuredIndicatorLineFragment[];
  /** Asks the server what stands there now. */
  readonly reload: () => Promise<unknown>;
}

/** What was written in the grid and not saved, and what is wrong with it. */
export function useDrafts({ bodyId, year, indicators, reload }: Saving) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const { id: userId } = useMyself();
  const kept = useMemo(() => new KeptDrafts(userId, bodyId, year), [userId, bodyId, year]);
  const [drafts, setDrafts] = useState<Drafts>(() => kept.read());
  useEffect(() => kept.write(drafts), [kept, drafts]);
  const [wrong, setWrong] = useState<WrongCells>(new Map());
  const [told, setTold] = useState<{ kind: "success" | "danger"; words: string } | null>(null);
  const [save, { loading: isSaving }] = useMutation(SaveMeasurementsDocument);
  const byId = useMemo(() => new Map(indicators.map((one) => [one.id, one])), [indicators]);
  useLeaveGuard(drafts.size > 0);

  const standingAt = (indicatorId: string, round: number): MeasuredValueLineFragment | null =>
    byId.get(indicatorId)?.values.find((value) => value.round === round) ?? null;

  const change = (indicatorId: string, round: number, part: Partial<Draft>) =>
    changeAll([{ indicatorId, round, part }]);
  const changeAll = (changes: readonly { indicatorId: string; round: number; part: Partial<Draft> }[]) => {
    setTold(null);
    setDrafts((before) => {
      const next = new Map(before);
      for (const { indicatorId, round, part } of changes) {
        const key = keyOf(indicatorId, round);
        const old = next.get(key) ?? draftOf(indicatorId, round, standingAt(indicatorId, round));
        next.set(key, { ...old, ...part });
      }
      return next;
    });
    setWrong((before) =>
      without(
        before,
        changes.map((one) => keyOf(one.indicatorId, one.round)),
      ),
    );
  };
  /** Of a pasted block so many cells lie outside the grid. */
  const tellBeyond = (count: number) =>
    setTold({ kind: "danger", words: t("measurement.pastedBeyond", { count }) });
  const drop = (key: string) => {
    setDrafts((before) => without(before, [key]));
    setWrong((before) => without(before, [key]));
  };
  const dropAll = () => {
    setTold(null);
    setDrafts(new Map());
    setWrong(new Map());
  };
  /** Holds on to one's own value over what somebody else has written meanwhile, having seen it. */
  const keepMine = (key: string) => {
    const current = wrong.get(key)?.current;
    const draft = drafts.get(key);
    if (current && draft) change(draft.indicatorId, draft.round, { basedOn: current.at });
  };

  const saveAll = async () => {
    if (isSaving || drafts.size === 0) return;
    const own = wrongDrafts(drafts, (id): Unit | undefined => byId.get(id)?.unit);
    setTold(null);
    if (own.size > 0) return setWrong(own);
    const cells = [...drafts.values()];
    if (cells.length > mostAtOnce || new TextEncoder().encode(JSON.stringify(cells)).length > mostBytesAtOnce)
      return setTold({ kind: "danger", words: t("measurement.tooMany", { most: mostAtOnce }) });
    try {
      const { data } = await save({ variables: { bodyId, year, cells } });
      const faults = data?.saveMeasurements.faults ?? [];
      setWrong(wrongByAnswer(faults));
      await reload();
      if (faults.length > 0) return;
      // What was typed while it was on its way stays.
      setDrafts((now) => new Map([...now].filter(([key, draft]) => draft !== drafts.get(key))));
      setTold({
        kind: "success",
        words: t("measurement.saved", { count: data?.saveMeasurements.saved ?? 0 }),
      });
    } catch (error) {
      setTold({ kind: "danger", words: sentence(problemOf(error)) });
    }
  };
  return {
    drafts,
    wrong,
    told,
    isSaving,
    change,
    changeAll,
    tellBeyond,
    drop,
    dropAll,
    keepMine,
    saveAll,
    standingAt,
  };
}

export type DraftsDesk = ReturnType<typeof useDrafts>;

function without<Value>(
  map: ReadonlyMap<string, Value>,
  keys: readonly string[],
): ReadonlyMap<string, Value> {
  const next = new Map(map);
  for (const key of keys) next.delete(key);
  return next;
}

/** Asks before the page goes, as long as something is not saved. */
function useLeaveGuard(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isOn]);
}
