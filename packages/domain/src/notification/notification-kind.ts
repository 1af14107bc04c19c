/** Of what a person is told. A new kind is a line here, its default beside, and its sentences. */
export const notificationKinds = [
  "SUBMITTED",
  "CHANGES_REQUESTED",
  "VALIDATED",
  "ADOPTED",
  "ADOPTION_ANNULLED",
  "PUBLISHED",
  "AMENDED",
  "REMARK",
  "SIGN_OFF_NEEDED",
  "MENTION",
  "REPLY",
  "FINDING",
  "PROPOSED",
  "SUGGESTIONS_DECIDED",
  "OPINION",
  "DEADLINE",
  "CALL",
  "MEASUREMENT_DUE",
  "TERM",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** By mail: not at all, at once, or once a day with all that is unread. */
export const mailChoices = ["NONE", "IMMEDIATE", "DIGEST"] as const;
export type MailChoice = (typeof mailChoices)[number];
