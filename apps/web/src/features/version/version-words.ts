import type { TFunction } from "i18next";
import type { VersionLineFragment } from "../../generated/graphql.ts";

/** What a version is called: by its name, or by what it was kept for. */
export function versionTitle({ number, name, kind, byName }: VersionLineFragment, t: TFunction): string {
  if (name !== null) return t("version.named", { number, name });
  if (kind === "AUTOMATIC" && byName !== null) return t("version.beforeRestore", { number });
  return t(`version.kind.${kind}`, { number });
}

/** Stands in the address for the text as it is now. */
export const now = "ora";

export function comparisonPath(sectionId: string, from: string, to: string): string {
  return `/sezioni/${sectionId}/confronto?da=${from}&a=${to}`;
}
