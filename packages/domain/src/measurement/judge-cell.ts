import type { Unit } from "../objective/indicator.ts";
import type { CellFault } from "../sentences/cell-fault.ts";
import { readEvidence } from "./read-evidence.ts";
import { readValue } from "./read-value.ts";

/** A cell as somebody wants it. What is null stays as it is. */
export interface WantedCell {
  readonly text: string | null;
  readonly note: string | null;
  readonly evidence: string | null;
  /** Of when the value is that they saw there, in milliseconds; null: there was none. */
  readonly basedOn: number | null;
}

/** What stands in a cell. */
export interface StandingCell {
  readonly value: number | null;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly at: number;
}

export type CellJudgement =
  | { readonly kind: "SAME" }
  | {
      readonly kind: "WRITE";
      readonly value: number | null;
      readonly note: string | null;
      readonly evidence: string | null;
    }
  | { readonly kind: "FAULT"; readonly fault: CellFault };

/** What becomes of a cell of an indicator in this unit. Whoever wants what stands there already has it; whoever wants something
 *  else has to have seen what stands there. */
export function judgeCell(
  wanted: WantedCell,
  unit: Unit,
  standing: StandingCell | null,
  longestNote: number,
): CellJudgement {
  const value = readingOf(wanted, unit, standing);
  if ("fault" in value) return { kind: "FAULT", fault: value.fault };
  const note = noteOf(wanted, standing, longestNote);
  if ("fault" in note) return { kind: "FAULT", fault: note.fault };
  const evidence = evidenceOf(wanted, standing);
  if (evidence === undefined) return { kind: "FAULT", fault: "EVIDENCE" };
  const next = { value: value.value, note: note.note, evidence };
  if (standing && isSame(standing, next)) return { kind: "SAME" };
  if ((standing?.at ?? null) !== wanted.basedOn) return { kind: "FAULT", fault: "CHANGED" };
  return { kind: "WRITE", ...next };
}

function readingOf(
  { text }: WantedCell,
  unit: Unit,
  standing: StandingCell | null,
): ReturnType<typeof readValue> {
  if (text !== null) return readValue(text, unit);
  return standing ? { value: standing.value } : { fault: "NOTHING" };
}

function noteOf(
  { note }: WantedCell,
  standing: StandingCell | null,
  longest: number,
): { readonly note: string | null } | { readonly fault: CellFault } {
  if (note === null) return { note: standing?.note ?? null };
  const words = note.trim().normalize("NFC").replaceAll("\r\n", "\n");
  if ([...words].length > longest) return { fault: "NOTE_TOO_LONG" };
  if (/(?![\n\t])\p{C}/u.test(words)) return { fault: "CONTROL_CHARACTERS" };
  return { note: words === "" ? null : words };
}

/** Undefined: it is none. */
function evidenceOf({ evidence }: WantedCell, standing: StandingCell | null): string | null | undefined {
  if (evidence === null) return standing?.evidence ?? null;
  if (evidence.trim() === "") return null;
  return readEvidence(evidence) ?? undefined;
}

function isSame(standing: StandingCell, next: Omit<StandingCell, "at">): boolean {
  return standing.value === next.value && standing.note === next.note && standing.evidence === next.evidence;
}

/** A percentage that a spreadsheet has perhaps kept as a fraction: «12,5 %» typed there is the number 0,125. */
export function isDoubtfulPercentage(text: string, unit: Unit): boolean {
  if (unit !== "PERCENT" || text.includes("%")) return false;
  const read = readValue(text, unit);
  return "value" in read && read.value !== null && read.value !== 0 && Math.abs(read.value) <= 1;
}
