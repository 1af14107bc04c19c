import type { TFunction } from "i18next";
import type { BodyPersonFragment } from "../../generated/graphql.ts";
import type { Colleague } from "./colleagues.ts";

/** A change that touches somebody else at once: what is asked before, and what is said after. */
export interface PeopleChange {
  readonly kind: "removeRole" | "disable" | "enable";
  /** Of the role, or of the person. */
  readonly id: string;
  readonly question: string;
  readonly effect: string;
  readonly answer: string;
  readonly done: string;
}

export function removalOf({ membershipId, name, role }: BodyPersonFragment, t: TFunction): PeopleChange {
  const words = { name, role: t(`role.${role}`) };
  return {
    kind: "removeRole",
    id: membershipId,
    question: t("people.removeAsk", words),
    effect: t("people.removeEffect"),
    answer: t("people.remove"),
    done: t("people.removed", words),
  };
}

export function disablingOf({ id, name }: Colleague, t: TFunction): PeopleChange {
  return {
    kind: "disable",
    id,
    question: t("people.disableAsk", { name }),
    effect: t("people.disableEffect"),
    answer: t("people.disable"),
    done: t("people.disabledNow", { name }),
  };
}

export function enablingOf({ id, name }: Colleague, t: TFunction): PeopleChange {
  return {
    kind: "enable",
    id,
    question: t("people.enableAsk", { name }),
    effect: t("people.enableEffect"),
    answer: t("people.enable"),
    done: t("people.enabledNow", { name }),
  };
}
