import type { RefusalCode } from "../sentences/refusal.ts";
import { isOpenToChange } from "../workflow/state.ts";
import type { Post } from "./role.ts";
import { mayActOnSection, type SectionAction, type SectionFacts } from "./section-access.ts";

/** Why a person with these posts may not do this to the section, or null. What they may not even read does not
 *  exist for them. */
export function whyNotActOnSection(
  action: SectionAction,
  section: SectionFacts,
  posts: readonly Post[],
): RefusalCode | null {
  if (mayActOnSection(action, section, posts)) return null;
  if (!mayActOnSection("read", section, posts)) return "NOT_FOUND";
  return isOpenToChange(section.state) ? "NOT_YOUR_ROLE" : "NOT_IN_THIS_STATE";
}
