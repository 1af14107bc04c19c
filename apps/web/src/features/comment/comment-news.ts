import type { ThreadFragment } from "../../generated/graphql.ts";

/** What somebody else has done, to be told to who hears the page. */
export interface CommentNews {
  readonly what: "written" | "resolved";
  readonly name: string;
}

type Known = Pick<ThreadFragment, "state" | "resolvedBy"> & {
  readonly comments: readonly { readonly by: { readonly id: string; readonly name: string } }[];
};

/** What is new in a thread by others than me; null where it is nothing that one has to hear, as a word mended. */
export function newsOf(before: Known | undefined, after: Known, myId: string): CommentNews | null {
  const { resolvedBy, state, comments } = after;
  if (state === "RESOLVED" && before?.state !== "RESOLVED") {
    return resolvedBy && resolvedBy.id !== myId ? { what: "resolved", name: resolvedBy.name } : null;
  }
  const last = comments.at(-1);
  const isWritten = comments.length > (before?.comments.length ?? 0);
  return last && isWritten && last.by.id !== myId ? { what: "written", name: last.by.name } : null;
}
