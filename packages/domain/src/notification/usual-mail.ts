import type { MailChoice, NotificationKind } from "./notification-kind.ts";

/** How each kind is mailed to who has not chosen: at once where others wait for this person, once a day where it is good to
 *  know. */
export const usualMail: Readonly<Record<NotificationKind, MailChoice>> = {
  SUBMITTED: "IMMEDIATE",
  CHANGES_REQUESTED: "IMMEDIATE",
  VALIDATED: "DIGEST",
  ADOPTED: "DIGEST",
  ADOPTION_ANNULLED: "DIGEST",
  PUBLISHED: "DIGEST",
  AMENDED: "DIGEST",
  REMARK: "DIGEST",
  SIGN_OFF_NEEDED: "IMMEDIATE",
  MENTION: "IMMEDIATE",
  REPLY: "DIGEST",
  FINDING: "IMMEDIATE",
  PROPOSED: "DIGEST",
  SUGGESTIONS_DECIDED: "DIGEST",
  OPINION: "DIGEST",
  DEADLINE: "IMMEDIATE",
  CALL: "DIGEST",
  MEASUREMENT_DUE: "DIGEST",
  TERM: "DIGEST",
};
