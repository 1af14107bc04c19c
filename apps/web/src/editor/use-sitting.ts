import type { Access } from "@upiao/domain";
import { useEffect, useState, useSyncExternalStore } from "react";
import { HandedBackWords } from "./sitting/handed-back.ts";
import { Sitting, type SittingView } from "./sitting/sitting.ts";

interface Seat {
  readonly sectionId: string;
  readonly userId: string;
  readonly access: Access;
}

/** The sitting of this page, from when it is open until the page leaves. Null before it has begun. For another
 *  section or person, give the component another key. */
export function useSitting({
  sectionId,
  userId,
  access,
}: Seat): { sitting: Sitting; view: SittingView } | null {
  // A copy with no future is replaced by a fresh one, with the right that the server has told meanwhile.
  const [turn, setTurn] = useState({ access });
  const [handedBack] = useState(() => new HandedBackWords(userId, sectionId));
  const [sitting, setSitting] = useState<Sitting | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  if (failure) throw failure.error;

  useEffect(() => {
    const options = { serverUrl: syncAddress(), sectionId, userId, access: turn.access, handedBack };
    const next = new Sitting(options, (now) => setTurn({ access: now }));
    setSitting(next);
    next.start().catch((error: unknown) => setFailure({ error }));
    return () => {
      setSitting(null);
      next.destroy();
    };
  }, [sectionId, userId, turn, handedBack]);

  const view = useSyncExternalStore(
    sitting?.subscribe ?? subscribeToNothing,
    () => sitting?.getView() ?? null,
  );
  return sitting && view ? { sitting, view } : null;
}

const subscribeToNothing = () => () => {};

function syncAddress(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}/sync`;
}
