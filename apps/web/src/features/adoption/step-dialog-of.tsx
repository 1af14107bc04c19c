import type { BodyType } from "@upiao/domain";
import type { ReactNode } from "react";
import type { Action } from "../../generated/graphql.ts";
import { AdoptDialog } from "./adopt-dialog.tsx";
import { type AmendableSection, AmendDialog } from "./amend-dialog.tsx";
import { AnnulDialog } from "./annul-dialog.tsx";
import { PublishDialog } from "./publish-dialog.tsx";

interface Plan {
  readonly id: string;
  readonly amendment: number;
  readonly bodyType: BodyType;
  readonly sections: readonly AmendableSection[];
}

/** The dialog of a step that asks for more than a reason, or null. */
export function stepDialogOf(plan: Plan, action: Action, onClose: () => void): ReactNode {
  const { id: planId, bodyType, sections } = plan;
  if (action === "ADOPT") return <AdoptDialog {...{ planId, bodyType, onClose }} />;
  if (action === "ANNUL") return <AnnulDialog {...{ planId, onClose }} />;
  if (action === "PUBLISH") return <PublishDialog {...{ planId, onClose }} />;
  if (action === "AMEND") {
    return <AmendDialog {...{ planId, sections, onClose }} amendment={plan.amendment + 1} />;
  }
  return null;
}
