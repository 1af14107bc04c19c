import { type Action, type NotificationKind, type Subject, signersOf, takersOf } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { notify } from "../notification/notify.ts";
import { peopleAt } from "../people/people-at.ts";

interface Taken {
  readonly sectionId?: string;
  readonly planId?: string;
  /** As it is after the step. */
  readonly subject: Subject;
  readonly action: Action;
  readonly byUserId: string;
}

type Told = readonly [kind: NotificationKind, posts: ReturnType<typeof takersOf>];

/** Tells whoever must act next, and whose draft it is. */
export async function tellOfStep(tx: EntityManager, { subject, action, ...about }: Taken): Promise<void> {
  for (const [kind, posts] of toldOf(action, subject)) {
    await notify(tx, { kind, to: await peopleAt(tx, posts), ...about });
  }
}

function toldOf(action: Action, subject: Subject): Told[] {
  const writers = takersOf("SUBMIT", subject);
  switch (action) {
    case "SUBMIT":
      return [
        ["SUBMITTED", takersOf("VALIDATE", subject)],
        ["SIGN_OFF_NEEDED", [{ role: "RTD", bodyIds: signersOf(subject) }]],
      ];
    case "REQUEST_CHANGES":
      return [["CHANGES_REQUESTED", writers]];
    case "VALIDATE":
      return [["VALIDATED", [...writers, ...takersOf("ADOPT", subject)]]];
    case "ADOPT":
      return [["ADOPTED", writers]];
    case "PUBLISH":
      return [["PUBLISHED", [...writers, ...takersOf("VALIDATE", subject)]]];
    case "ANNUL":
      return [["ADOPTION_ANNULLED", [...writers, ...takersOf("ADOPT", subject)]]];
    case "AMEND":
      return [["AMENDED", [...writers, ...takersOf("ADOPT", subject)]]];
  }
}
