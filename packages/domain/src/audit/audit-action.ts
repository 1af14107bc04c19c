import { hubRecordKinds } from "../hub/hub-access.ts";
import { actions } from "../workflow/step.ts";

/** What the register has lines of, by what it is done with. A new deed is a word here, and its sentence in the page's catalogues. */
const deeds = {
  body: ["IMPORT"],
  finding: ["raise", "resolve", "reopen"],
  hub: ["ANNOUNCE_CALL", ...hubRecordKinds.flatMap((kind) => [`SAVE_${kind}`, `REMOVE_${kind}`] as const)],
  measurement: ["SAVE", "IMPORT"],
  office: ["FOUND", "ADMIT", "START_SECTION", "LEAVE"],
  person: ["ADD_ROLE", "REMOVE_ROLE", "DISABLE", "ENABLE"],
  plan: [...actions, "START", "ADD_SECTION", "PLACE", "CARRY_OVER"],
  remark: ["PUBLISH", "ANSWER", "DISMISS"],
  section: [
    ...actions,
    ...(["SIGN_OFF", "GIVE_OPINION", "CLOSE", "OPEN", "RESTORE", "IMPORT", "CARRY_OVER"] as const),
  ],
  suggestions: ["ACCEPTED", "REJECTED", "WITHDRAWN"],
} as const;

type Deeds = typeof deeds;
export type AuditAction = { [Of in keyof Deeds]: `${Of}.${Deeds[Of][number]}` }[keyof Deeds];

export const auditActions = Object.entries(deeds).flatMap(([of, words]) =>
  words.map((word) => `${of}.${word}` as AuditAction),
);
