/** What an auditor's opinion (parere) says of a frozen version. */
export const verdicts = ["FAVOURABLE", "WITH_CONDITIONS", "UNFAVOURABLE"] as const;
export type Verdict = (typeof verdicts)[number];
