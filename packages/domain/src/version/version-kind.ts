/** AUTOMATIC: kept when writing pauses; NAMED: kept by a person; FROZEN: by a step of the workflow, and never changed. */
export const versionKinds = ["AUTOMATIC", "NAMED", "FROZEN"] as const;
export type VersionKind = (typeof versionKinds)[number];
