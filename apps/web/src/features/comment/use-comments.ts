import { useQuery, useSubscription } from "@apollo/client/react";
import { useState } from "react";
import {
  CommentsChangedDocument,
  SectionCommentsDocument,
  type ThreadFragment,
} from "../../generated/graphql.ts";
import { type CommentNews, newsOf } from "./comment-news.ts";

export interface SectionComments {
  readonly threads: readonly ThreadFragment[];
  readonly isLoading: boolean;
  readonly error: unknown;
  /** Read the list anew: a thread of one's own is in it at once. */
  readonly reread: () => void;
  /** The last that somebody else has done, and how often somebody has. */
  readonly news: (CommentNews & { readonly count: number }) | null;
}

/** The comments of a section, kept as they are on the server. */
export function useComments(sectionId: string, myId: string): SectionComments {
  const [news, setNews] = useState<SectionComments["news"]>(null);
  const { data, loading, error, refetch } = useQuery(SectionCommentsDocument, {
    variables: { id: sectionId },
    fetchPolicy: "cache-and-network",
  });
  const threads = data?.section?.comments ?? none;
  const reread = () => void refetch().catch(() => {});
  useSubscription(CommentsChangedDocument, {
    variables: { id: sectionId },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const thread = data?.commentsChanged.thread;
      const before = threads.find(({ id }) => id === thread?.id);
      // What is known is in the cache already.
      if (!thread || !before) reread();
      const what = thread && newsOf(before, thread, myId);
      if (what) setNews((last) => ({ ...what, count: (last?.count ?? 0) + 1 }));
    },
    // The page itself says when a section is lost.
    onError: () => {},
  });
  return { threads, isLoading: loading && data === undefined, error, reread, news };
}

const none: readonly ThreadFragment[] = [];
