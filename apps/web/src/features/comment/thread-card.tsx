import { useMutation } from "@apollo/client/react";
import { whyNotReply, whyNotSettle } from "@upiao/domain";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import type { CommentDesk, DeskView } from "../../editor/comment/comment-desk.ts";
import {
  ReopenThreadDocument,
  ReplyDocument,
  ResolveThreadDocument,
  type ThreadFragment,
} from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";
import { CommentLine } from "./comment-line.tsx";
import type { CommentStanding } from "./comment-standing.ts";
import { WordsForm } from "./words-form.tsx";

interface Props {
  readonly thread: ThreadFragment;
  readonly standing: CommentStanding;
  readonly desk: CommentDesk;
  readonly view: DeskView;
}

/** A thread: what it is on, its comments, and what this person may do in it. */
export function ThreadCard({ thread, standing, desk, view }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [reply] = useMutation(ReplyDocument);
  const isChosen = view.chosenId === thread.id;
  const place = view.places.get(thread.id);
  const isGone = thread.anchor !== null && place?.kind === "GONE";
  useEffect(() => {
    if (isChosen && view.chosen > 0) title.current?.focus();
  }, [isChosen, view.chosen]);

  const { id: threadId, kind, state, by, anchor, comments, awaitingReply } = thread;
  const isOpen = state === "OPEN";
  const mayReply = whyNotReply(thread, standing.place) === null;
  return (
    <article
      className={`thread-card ${isChosen ? "thread-card--chosen" : ""}`}
      aria-labelledby={`${id}-title`}
      data-thread-card={threadId}
    >
      <h4 ref={title} id={`${id}-title`} tabIndex={-1}>
        {t("comment.threadBy", { kind: t(`comment.kinds.${kind}`), name: by.name })}
      </h4>
      <p className="thread-card-state">
        <span className={`badge ${isOpen ? "bg-primary" : "bg-success"}`}>
          {t(`comment.states.${state}`)}
        </span>
        {awaitingReply && <span className="thread-card-awaiting">{t("comment.awaitingReply")}</span>}
        {thread.resolvedAt && (
          <span>
            {t("comment.resolvedBy", { name: thread.resolvedBy?.name })} <Moment iso={thread.resolvedAt} />
          </span>
        )}
      </p>
      {anchor && <blockquote lang="it">{anchor.quote}</blockquote>}
      {isGone && <p className="thread-card-gone">{t("comment.gone")}</p>}
      {anchor && !isGone && (
        <button type="button" className="btn btn-link btn-sm" onClick={() => desk.goTo(threadId)}>
          {t("comment.goToText")}
        </button>
      )}
      <ol className="thread-card-comments">
        {comments.map((comment) => (
          <CommentLine key={comment.id} {...{ comment, thread, standing }} />
        ))}
      </ol>
      {mayReply && (
        <WordsForm
          sectionId={standing.sectionId}
          label={t("comment.reply")}
          submit={t("comment.sendReply")}
          onSend={(text, mentions) => reply({ variables: { threadId, text, mentions } })}
        />
      )}
      <Settle thread={thread} standing={standing} />
    </article>
  );
}

/** Resolves and reopens; who may not reads why. */
function Settle({ thread, standing }: Pick<Props, "thread" | "standing">) {
  const { t } = useTranslation();
  const hint = useId();
  const sentence = useProblemSentence();
  const isOpen = thread.state === "OPEN";
  const [settle, { loading, error }] = useMutation(isOpen ? ResolveThreadDocument : ReopenThreadDocument, {
    variables: { threadId: thread.id },
    onError: () => {},
  });
  const facts = { ...thread, byUserId: thread.by.id };
  const why = whyNotSettle(facts, standing.place, standing);
  if (why === "NOT_FOUND" || why === "NOT_YOUR_ROLE") return null;
  const idle = why !== null || loading;
  return (
    <div className="thread-card-settle">
      <button
        type="button"
        className="btn btn-outline-primary btn-sm"
        aria-disabled={idle}
        aria-describedby={why ? hint : undefined}
        onClick={() => void (idle || settle())}
      >
        {t(isOpen ? "comment.resolve" : "comment.reopen")}
      </button>
      {why && <small id={hint}>{sentence({ code: why, details: {} })}</small>}
      {error && (
        <Notice kind="danger" role="alert">
          {sentence(problemOf(error))}
        </Notice>
      )}
    </div>
  );
}
