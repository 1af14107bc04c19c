/** What of a file a section cannot hold, or holds otherwise; its sentence is `import.notKept.…`. */
export const lostKinds = [
  "images",
  "notes",
  "boxes",
  "headers",
  "numbers",
  "cells",
  "changes",
  "comments",
  "equations",
  "charts",
  "objects",
  "contents",
  "links",
  "scripts",
  "macros",
] as const;
export type LostKind = (typeof lostKinds)[number];

/** How many of each. */
export type NotKept = Partial<Record<LostKind, number>>;
