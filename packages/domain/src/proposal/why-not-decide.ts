import type { Post } from "../access/role.ts";
import { mayActOnSection, type SectionFacts } from "../access/section-access.ts";
import { whyNotActOnSection } from "../access/section-refusal.ts";
import type { RefusalCode } from "../sentences/refusal.ts";
import { isOpenToChange } from "../workflow/state.ts";
import type { SuggestionState } from "./proposal.ts";

interface Decider {
  readonly userId: string;
  readonly posts: readonly Post[];
}

interface Decided {
  readonly state: Exclude<SuggestionState, "OPEN">;
  /** Whose the suggestions are. */
  readonly authors: readonly string[];
}

/** Why somebody may not accept, reject or withdraw suggestions, or null. Whose draft it is decides; whose the suggestions are
 *  withdraws. */
export function whyNotDecideSuggestions(
  section: SectionFacts,
  { state, authors }: Decided,
  { userId, posts }: Decider,
): RefusalCode | null {
  if (state !== "WITHDRAWN") return whyNotActOnSection("edit", section, posts);
  if (!mayActOnSection("read", section, posts)) return "NOT_FOUND";
  if (authors.some((author) => author !== userId)) return "NOT_YOUR_ROLE";
  return isOpenToChange(section.state) && !section.closed ? null : "NOT_IN_THIS_STATE";
}

/** Why somebody may not close a proposal, or null. */
export function whyNotCloseProposal(
  section: SectionFacts,
  proposal: { readonly byUserId: string; readonly state: "OPEN" | "CLOSED" },
  { userId, posts }: Decider,
): RefusalCode | null {
  if (!mayActOnSection("read", section, posts)) return "NOT_FOUND";
  if (proposal.byUserId !== userId && !mayActOnSection("edit", section, posts)) return "NOT_YOUR_ROLE";
  return proposal.state === "OPEN" ? null : "NOT_IN_THIS_STATE";
}
