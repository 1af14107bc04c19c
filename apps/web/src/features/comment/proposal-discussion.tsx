import { useMutation, useQuery, useSubscription } from "@apollo/client/react";
import { whyNotComment } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommentDesk } from "../../editor/comment/comment-desk.ts";
import {
  AddThreadDocument,
  CommentsChangedDocument,
  ProposalCommentsDocument,
} from "../../generated/graphql.ts";
import { Loading } from "../../ui/loading.tsx";
import type { CommentStanding } from "./comment-standing.ts";
import { ThreadCard } from "./thread-card.tsx";
import { useDeskView } from "./use-desk.ts";
import { WordsForm } from "./words-form.tsx";

interface Props {
  readonly proposalId: string;
  readonly standing: CommentStanding;
  readonly desk: CommentDesk;
}

/** What is said of a proposal: read when somebody opens it, and live from then on. */
export function ProposalDiscussion(props: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("comment.discussion")}</summary>
      {isOpen && <Discussion {...props} />}
    </details>
  );
}

function Discussion({ proposalId, standing, desk }: Props) {
  const { t } = useTranslation();
  const view = useDeskView(desk);
  const { sectionId } = standing;
  const { data, refetch } = useQuery(ProposalCommentsDocument, {
    variables: { sectionId, proposalId },
    fetchPolicy: "cache-and-network",
  });
  const reread = () => void refetch().catch(() => {});
  const threads = data?.section?.comments ?? [];
  useSubscription(CommentsChangedDocument, {
    variables: { id: sectionId },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const thread = data?.commentsChanged.thread;
      // What is known is in the cache already.
      if (!threads.some(({ id }) => id === thread?.id)) reread();
    },
    // The page itself says when a section is lost.
    onError: () => {},
  });
  const [addThread] = useMutation(AddThreadDocument);
  if (!data) return <Loading />;
  return (
    <div className="comment-panel">
      {threads.map((thread) => (
        <ThreadCard key={thread.id} {...{ thread, standing, desk, view }} />
      ))}
      {whyNotComment(standing.place) === null && (
        <WordsForm
          sectionId={sectionId}
          label={t("comment.text")}
          submit={t("comment.send")}
          onSend={(text, mentions) =>
            addThread({
              variables: {
                thread: { sectionId, proposalId, kind: "OBSERVATION", text, mentions, anchor: null },
              },
            })
          }
          onDone={reread}
        />
      )}
    </div>
  );
}
