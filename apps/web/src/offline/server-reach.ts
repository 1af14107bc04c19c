const listeners = new Set<() => void>();
let isReached = true;

/** Whether the server answered the last time that it was asked. A browser's own word (`navigator.onLine`) tells of a
 *  network, and not of who is behind it: it is wrong in either direction. */
export const serverReach = {
  get: (): boolean => isReached,

  note(now: boolean): void {
    if (now === isReached) return;
    isReached = now;
    for (const listener of listeners) listener();
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
