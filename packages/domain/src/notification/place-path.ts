/** Where a notification leads to. */
export interface Place {
  readonly sectionId: string | null;
  readonly planId: string | null;
  readonly threadId: string | null;
  readonly proposalId: string | null;
}

/** The page's address of a place, from its root on, with the panel that shows it. */
export function pathTo({ sectionId, planId, threadId, proposalId }: Place): string {
  if (sectionId === null) return planId === null ? "/avvisi" : `/piani/${planId}`;
  if (threadId !== null) return `/sezioni/${sectionId}?accanto=comments&discussione=${threadId}`;
  if (proposalId !== null) return `/sezioni/${sectionId}?accanto=proposals&proposta=${proposalId}`;
  return `/sezioni/${sectionId}`;
}

/** The page's address of what is due for somebody's bodies. */
export const calendarPath = "/calendario";

/** The page's address of a body's grid of measurements. */
export function measuresPath(bodyId: string): string {
  return `/misure/${bodyId}`;
}

/** The page's address of what citizens have said of a body's plans. */
export function remarksPath(bodyId: string): string {
  return `/osservazioni/${bodyId}`;
}
