const listeners = new Set<() => void>();

/** The server does not know our session any more. Found out by whatever asks it something. */
export function announceSessionLoss(): void {
  for (const listener of listeners) listener();
}

/** Returns what ends the listening. */
export function onSessionLoss(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
