import { createHash } from "node:crypto";
import type { PresentPerson } from "@upiao/bus";
import type { Authority } from "./authority.ts";
import type { Stamp } from "./awareness.ts";

/** Dark enough for white letters (contrast of at least 4.5 : 1). */
const colors = [
  "#0055aa",
  "#a3195b",
  "#00665e",
  "#8a4b00",
  "#5b3fa8",
  "#9b1c1c",
  "#2f6310",
  "#006080",
  "#7a3b69",
  "#4d5900",
];

/** How a person appears to the others in a section. */
export function stampOf(authority: Authority): Stamp {
  const { id, name, bodyName, role } = presentPerson(authority);
  const hue = createHash("sha256").update(id).digest()[0]!;
  return { id, name, color: colors[hue % colors.length]!, role, body: bodyName };
}

export function presentPerson({ viewer, post }: Authority): PresentPerson {
  return { id: viewer.userId, name: viewer.name, bodyName: post.bodyName, role: post.role };
}
