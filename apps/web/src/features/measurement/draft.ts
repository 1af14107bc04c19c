import { type CellFault, readEvidence, readValue, type Unit } from "@upiao/domain";
import type { FaultyCellLineFragment, MeasuredValueLineFragment } from "../../generated/graphql.ts";

/** What somebody has written in a cell and not saved. What is null they have not touched. */
export interface Draft {
  readonly indicatorId: string;
  readonly round: number;
  readonly text: string | null;
  readonly note: string | null;
  readonly evidence: string | null;
  /** Of when the value is that stood there when they began; null: there was none. */
  readonly basedOn: string | null;
}

export type Drafts = ReadonlyMap<string, Draft>;

/** What is wrong with a cell. `current` is what somebody else has written there meanwhile. */
export interface WrongCell {
  readonly fault: CellFault;
  readonly current: MeasuredValueLineFragment | null;
}

export type WrongCells = ReadonlyMap<string, WrongCell>;

export function keyOf(indicatorId: string, round: number): string {
  return `${indicatorId}-${round}`;
}

export function draftOf(indicatorId: string, round: number, standing: { readonly at: string } | null): Draft {
  return { indicatorId, round, text: null, note: null, evidence: null, basedOn: standing?.at ?? null };
}

/** What is wrong with drafts before the server is asked, by the rules that it will ask. */
export function wrongDrafts(
  drafts: Drafts,
  unitOf: (indicatorId: string) => Unit | undefined,
): Map<string, WrongCell> {
  const wrong = new Map<string, WrongCell>();
  for (const [key, draft] of drafts) {
    const fault = faultOf(draft, unitOf(draft.indicatorId));
    if (fault) wrong.set(key, { fault, current: null });
  }
  return wrong;
}

function faultOf({ text, evidence, basedOn }: Draft, unit: Unit | undefined): CellFault | null {
  if (unit === undefined) return "UNKNOWN";
  if (text === null && basedOn === null) return "NOTHING";
  if (text !== null) {
    const read = readValue(text, unit);
    if ("fault" in read) return read.fault;
  }
  if (evidence !== null && evidence.trim() !== "" && readEvidence(evidence) === null) return "EVIDENCE";
  return null;
}

export function wrongByAnswer(faults: readonly FaultyCellLineFragment[]): Map<string, WrongCell> {
  return new Map(
    faults.map(({ indicatorId, round, fault, current = null }) => [
      keyOf(indicatorId, round),
      { fault, current },
    ]),
  );
}
