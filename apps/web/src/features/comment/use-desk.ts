import { useEffect, useState, useSyncExternalStore } from "react";
import { CommentDesk, type DeskView } from "../../editor/comment/comment-desk.ts";
import { commentHighlights } from "../../editor/comment/comment-highlights.ts";
import type { ThreadFragment } from "../../generated/graphql.ts";

/** What stands between the comments and the text of an open section, and what it brings into the editor. */
export function useDesk(threads: readonly ThreadFragment[]) {
  const [{ desk, extensions }] = useState(() => {
    const desk = new CommentDesk();
    return { desk, extensions: [commentHighlights(desk)] };
  });
  useEffect(() => {
    desk.setThreads(
      threads.flatMap(({ id, anchor, state }) =>
        anchor
          ? [
              {
                id,
                anchor: { ...anchor, start: bytesOf(anchor.start), end: bytesOf(anchor.end) },
                isOpen: state === "OPEN",
              },
            ]
          : [],
      ),
    );
  }, [desk, threads]);
  return { desk, extensions };
}

export function useDeskView(desk: CommentDesk): DeskView {
  return useSyncExternalStore(desk.subscribe, desk.getView);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
