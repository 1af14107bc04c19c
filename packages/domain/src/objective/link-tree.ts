import { searchName } from "../body/search-name.ts";

/** What ties an objective to the body's other plans: a programme of the DUP (art. 170 TUEL), an objective of the PEG (art. 169
 *  TUEL), as they were typed. */
export interface Linked {
  readonly dup: string | null;
  readonly peg: string | null;
}

export interface Programme<T> {
  /** Null: of no programme. */
  readonly dup: string | null;
  readonly goals: readonly { readonly peg: string | null; readonly objectives: readonly T[] }[];
}

/** The objectives of a plan under the programmes and the goals that they serve, by name; those without come last. Who writes a
 *  programme once more in other letters means the same. */
export function linkTree<T extends Linked>(objectives: readonly T[]): Programme<T>[] {
  return groups(objectives, ({ dup }) => dup).map(([dup, ofProgramme]) => ({
    dup,
    goals: groups(ofProgramme, ({ peg }) => peg).map(([peg, ofGoal]) => ({ peg, objectives: ofGoal })),
  }));
}

/** Whose the DUP and the PEG are that an objective names. Those of a shared one are of who leads the office. */
export type LinksOf = "OWN" | "LEAD";

export function linksOf(
  bodyId: string,
  section: { readonly shared: boolean; readonly leadBodyId: string | null },
): LinksOf {
  return section.shared && section.leadBodyId !== bodyId ? "LEAD" : "OWN";
}

/** Whether an objective hangs in the air. One that names the lead body's plans does not in a member's: who leads fills them in. */
export function isUnlinked({ dup, peg }: Linked, of: LinksOf): boolean {
  return of === "OWN" && (!dup || !peg);
}

function groups<T>(all: readonly T[], nameOf: (one: T) => string | null): [string | null, T[]][] {
  const found = new Map<string, [string | null, T[]]>();
  for (const one of all) {
    const name = nameOf(one)?.trim() || null;
    const key = searchName(name ?? "");
    const group = found.get(key);
    if (group) group[1].push(one);
    else found.set(key, [name, [one]]);
  }
  return [...found.values()].sort(([one], [other]) =>
    one === null || other === null
      ? Number(one === null) - Number(other === null)
      : one.localeCompare(other, "it", { numeric: true }),
  );
}
