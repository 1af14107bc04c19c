import { type Role, roles } from "@upiao/domain";
import type { Awareness } from "y-protocols/awareness";

/** Somebody who has the section open, as the server says who they are. */
export interface PresentPerson {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly role: Role | null;
  readonly body: string;
}

/** The others who are here, each once, also when they have it open twice. */
export function othersIn(awareness: Awareness, myUserId: string): PresentPerson[] {
  const people = new Map<string, PresentPerson>();
  for (const [clientId, state] of awareness.getStates()) {
    const person = personOf(state.user);
    if (clientId !== awareness.clientID && person && person.id !== myUserId) people.set(person.id, person);
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, "it"));
}

function personOf(user: unknown): PresentPerson | null {
  if (typeof user !== "object" || user === null) return null;
  const { id, name, color, role, body } = user as Record<string, unknown>;
  if (typeof id !== "string" || typeof name !== "string") return null;
  return {
    id,
    name,
    color: colorOf(color),
    role: roles.find((known) => known === role) ?? null,
    body: typeof body === "string" ? body : "",
  };
}

const defaultColor = "#455b71";

/** A colour that may be put into a style. */
export function colorOf(color: unknown): string {
  return typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color) ? color : defaultColor;
}
