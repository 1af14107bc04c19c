import type { TFunction } from "i18next";
import type { MyExportsQuery } from "../../generated/graphql.ts";
import { planTitle } from "../../ui/plan-title.ts";

export type MyExport = MyExportsQuery["myExports"][number];

/** What somebody has asked for as a file, as they would call it. */
export function exportTitle({ kind, section, plan, version, afterVersion }: MyExport, t: TFunction): string {
  if (plan) return planTitle(plan, t);
  if (!section || kind === "PLAN") return t("export.ofUnreadable");
  const named = { title: section.title, owner: section.ownerName, number: version?.number };
  return afterVersion
    ? t("export.ofTwo", { ...named, after: afterVersion.number })
    : t(`export.of.${kind}`, named);
}
