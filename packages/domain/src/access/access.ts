/** How far a person may go in a section; each level includes those before it. */
export const accessLevels = ["NONE", "READ", "COMMENT", "PROPOSE", "EDIT"] as const;
export type Access = (typeof accessLevels)[number];

export function reaches(access: Access, needed: Access): boolean {
  return accessLevels.indexOf(access) >= accessLevels.indexOf(needed);
}

export function highest(levels: Iterable<Access>): Access {
  let best: Access = "NONE";
  for (const level of levels) if (reaches(level, best)) best = level;
  return best;
}
