import { sectionCodes } from "@upiao/domain";
import type { TFunction } from "i18next";

/** What stands before the title of a section: its number in the plan, or what it is. */
export function sectionLabel(code: string, t: TFunction): string {
  if (code === sectionCodes.strategy) return t("section.strategy");
  if (code === sectionCodes.addendum) return t("section.addendum");
  return code;
}
