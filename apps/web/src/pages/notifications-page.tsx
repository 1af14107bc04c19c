import { useQuery } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../api/problem.ts";
import { useProblemSentence } from "../api/problem-sentence.ts";
import { byDay } from "../features/notification/by-day.ts";
import { NotificationItem } from "../features/notification/notification-item.tsx";
import { useReading } from "../features/notification/use-reading.ts";
import { useUnread } from "../features/notification/use-unread.ts";
import { MyNotificationsDocument } from "../generated/graphql.ts";
import { formatDay } from "../i18n/formats.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";
import { MoreButton } from "./more-button.tsx";

/** What I am told, day by day: it grows while I look. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const sentence = useProblemSentence();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const { data, previousData, error, refetch, fetchMore } = useQuery(MyNotificationsDocument, {
    variables: { unreadOnly },
    fetchPolicy: "cache-and-network",
  });
  const unread = useUnread();
  const { read, readAll } = useReading();
  const [outcome, setOutcome] = useState<{ readonly isDone: boolean; readonly words: string } | null>(null);
  useOnceMore(unread?.lastAt, () => void refetch());

  const shown = data ?? previousData;
  if (!shown) return <AbsentPage error={error} onRetry={() => void refetch()} />;
  const notifications = shown.myNotifications.edges.map(({ node }) => node);
  const { hasNextPage, endCursor } = shown.myNotifications.pageInfo;

  const attempt = async (work: Promise<unknown>, done: string | null) => {
    setOutcome(null);
    try {
      await work;
      if (done) setOutcome({ isDone: true, words: done });
    } catch (failure) {
      setOutcome({ isDone: false, words: sentence(problemOf(failure)) });
    }
  };
  const latest = unread?.lastAt;
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("notification.title") }]} />
          <PageHeading title={t("notification.title")} />
          {unread && (
            <p>
              {unread.count === 0
                ? t("notification.noneUnread")
                : t("notification.count", { count: unread.count })}
            </p>
          )}
        </div>
      </div>
      <div className="container-xxl notifications-page">
        <div className="notifications-page-tools">
          <label>
            <input
              type="checkbox"
              checked={unreadOnly}
              onChange={({ target }) => setUnreadOnly(target.checked)}
            />{" "}
            {t("notification.unreadOnly")}
          </label>
          {latest && (unread?.count ?? 0) > 0 && (
            <button
              type="button"
              className="btn btn-outline-primary btn-sm"
              onClick={() =>
                void attempt(
                  readAll(
                    latest,
                    notifications.map(({ id }) => id),
                  ),
                  t("notification.allRead"),
                )
              }
            >
              {t("notification.markAllRead")}
            </button>
          )}
        </div>
        <div role="status">{outcome?.isDone && <Notice kind="success">{outcome.words}</Notice>}</div>
        {outcome && !outcome.isDone && (
          <Notice kind="danger" role="alert">
            {outcome.words}
          </Notice>
        )}
        {notifications.length === 0 && (
          <p>{t(unreadOnly ? "notification.noneUnread" : "notification.none")}</p>
        )}
        {byDay(notifications).map(({ day, notifications: ofDay }) => (
          <section key={day}>
            <h2>{formatDay(day, language)}</h2>
            <ul className="notification-items">
              {ofDay.map((notification) => (
                <NotificationItem
                  key={notification.id}
                  notification={notification}
                  onRead={(id) => void attempt(read(id), null)}
                />
              ))}
            </ul>
          </section>
        ))}
        {hasNextPage && (
          <MoreButton
            shown={notifications.length}
            onMore={() => fetchMore({ variables: { after: endCursor } })}
          />
        )}
      </div>
    </>
  );
}

/** Again when something new has come; what is here already was asked for with the page. `lastAt` is not known at first, and
 *  null where nothing has come yet. */
function useOnceMore(lastAt: string | null | undefined, again: () => void): void {
  const known = useRef(lastAt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only something new is a reason.
  useEffect(() => {
    if (known.current !== undefined && known.current !== lastAt) again();
    known.current = lastAt;
  }, [lastAt]);
}
