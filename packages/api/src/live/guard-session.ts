import { findViewerOfSession, type Viewer } from "@upiao/identity";
import type { Parts } from "../context.ts";
import { onRights } from "./on-rights.ts";

/** Watches over a session for as long as a socket rests on it, and tells once when it has ended: by logout, by
 *  disabling, by a new password, or because its time is over. Returns what ends the watch. */
export function guardSession(
  { database, bus }: Pick<Parts, "database" | "bus">,
  viewer: Viewer,
  onEnd: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const ends = [
    onRights(bus, (news) => {
      if (news === null || news.userId === viewer.userId || news.sessionId === viewer.sessionId) void look();
    }),
    () => clearTimeout(timer),
  ];
  const unwatch = () => {
    for (const end of ends) end();
  };
  // Whoever goes on working prolongs the session meanwhile.
  const lookAt = (moment: Date) => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), moment.getTime() - Date.now() + 1);
    timer.unref();
  };
  const end = (error: unknown) => {
    unwatch();
    onEnd(error);
  };

  async function look(): Promise<void> {
    try {
      const now = await findViewerOfSession(database, viewer.sessionId);
      if (now) lookAt(now.sessionExpiresAt);
      else end(null);
    } catch (error) {
      end(error);
    }
  }

  lookAt(viewer.sessionExpiresAt);
  return unwatch;
}
