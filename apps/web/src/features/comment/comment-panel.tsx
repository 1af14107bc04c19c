import { whyNotComment } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import type { CommentDesk } from "../../editor/comment/comment-desk.ts";
import type { ThreadFragment } from "../../generated/graphql.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { CommentStanding } from "./comment-standing.ts";
import { NewThread } from "./new-thread.tsx";
import { filterThreads, orderThreads, type ThreadFilter, writersIn } from "./order-threads.ts";
import { ThreadCard } from "./thread-card.tsx";
import { ThreadFilters } from "./thread-filters.tsx";
import type { SectionComments } from "./use-comments.ts";
import { useDeskView } from "./use-desk.ts";
import "./comment.css";

interface Props {
  readonly comments: SectionComments;
  readonly standing: CommentStanding;
  readonly desk: CommentDesk;
}

/** What is discussed of a section, beside its text. */
export function CommentPanel({ comments, standing, desk }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const view = useDeskView(desk);
  const [filter, setFilter] = useState<ThreadFilter>({ state: "OPEN", kind: "", personId: "" });
  // Which of the comments that were begun has been sent or given up.
  const [ended, setEnded] = useState(0);
  const mayComment = whyNotComment(standing.place) === null;
  const { threads, isLoading, error } = comments;
  const chosen = threads.find(({ id }) => id === view.chosenId);
  const listed = filterThreads(threads, filter);
  // Somebody who comes from the text wants this one, whatever is filtered.
  const shown = chosen && !listed.includes(chosen) ? [...listed, chosen] : listed;
  const { onWords, onSection, gone } = orderThreads(shown, view.places);
  const end = () => {
    setEnded(view.begun);
    desk.endDraft();
  };
  const list = (key: string, of: readonly ThreadFragment[]) =>
    of.length > 0 && (
      <section>
        <h3>{t(`comment.${key}`, { count: of.length })}</h3>
        {of.map((thread) => (
          <ThreadCard key={thread.id} {...{ thread, standing, desk, view }} />
        ))}
      </section>
    );
  return (
    <div className="comment-panel">
      {mayComment && view.begun > ended ? (
        <NewThread
          {...{ standing, desk, view }}
          onCancel={end}
          onDone={() => {
            end();
            comments.reread();
          }}
        />
      ) : (
        mayComment && <p>{t("comment.how")}</p>
      )}
      {threads.length > 0 && (
        <ThreadFilters {...{ filter }} writers={writersIn(threads)} onFilter={setFilter} />
      )}
      {isLoading && <Loading />}
      {error !== undefined && threads.length === 0 && (
        <Notice kind="danger" role="alert">
          {sentence(problemOf(error))}
        </Notice>
      )}
      {!isLoading && shown.length === 0 && (
        <p>{t(threads.length === 0 ? "comment.none" : "comment.noneLike")}</p>
      )}
      {list("onWordsTitle", onWords)}
      {list("onSectionTitle", onSection)}
      {list("goneTitle", gone)}
    </div>
  );
}
