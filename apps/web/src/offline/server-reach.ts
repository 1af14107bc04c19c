const listeners = new Set<() => void>();
let isReached = true;

/** Whether the server answered the last time that it was asked something. */
export const serverReach = {
  get: (): boolean => isReached && navigator.onLine,

  note(now: boolean): void {
    if (now === isReached) return;
    isReached = now;
    for (const listener of listeners) listener();
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    addEventListener("online", listener);
    addEventListener("offline", listener);
    return () => {
      listeners.delete(listener);
      removeEventListener("online", listener);
      removeEventListener("offline", listener);
    };
  },
};
