import type { TFunction } from "i18next";
import type { PlanCoverFragment } from "../generated/graphql.ts";
import { bodyTitle } from "./body-title.ts";

/** A plan as people call it: its years and its body. */
export function planTitle({ firstYear, lastYear, body }: PlanCoverFragment, t: TFunction): string {
  return t("plan.title", { first: firstYear, last: lastYear, body: bodyTitle(body, t) });
}
