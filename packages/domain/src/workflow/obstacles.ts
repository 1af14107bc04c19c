import type { RefusalCode } from "../sentences/refusal.ts";
import type { Action } from "./step.ts";

/** What beside role and state decides whether a section can move. */
export interface SectionReadiness {
  readonly isEmpty: boolean;
  /** Tracked changes that nobody has decided. */
  readonly openSuggestions: number;
  /** Bodies whose RTD has not signed off what stands there now. */
  readonly missingSignOffs: number;
}

/** Why a section as it stands cannot take this step, or null. What is validated must be one text, signed by all whom it
 *  binds. */
export function obstacleTo(action: Action, section: SectionReadiness): RefusalCode | null {
  if (action === "SUBMIT" && section.isEmpty) return "NOTHING_WRITTEN";
  if (action !== "VALIDATE") return null;
  if (section.openSuggestions > 0) return "OPEN_SUGGESTIONS";
  return section.missingSignOffs > 0 ? "SIGN_OFFS_MISSING" : null;
}
