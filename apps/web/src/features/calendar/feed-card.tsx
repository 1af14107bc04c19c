import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { CloseCalendarFeedDocument, OpenCalendarFeedDocument } from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";

interface Props {
  /** When the address was given out; null: there is none. */
  readonly since: string | null;
  readonly onChange: () => Promise<unknown>;
}

/** The secret address at which another program reads the calendar. It is shown once: the server does not know it any more. */
export function FeedCard({ since, onChange }: Props) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const sentence = useProblemSentence();
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const attempt = async (work: () => Promise<string | null>) => {
    setProblem(null);
    setCopied(null);
    try {
      setAddress(await work());
      await onChange();
    } catch (error) {
      setProblem(sentence(problemOf(error)));
    }
  };
  const open = () =>
    attempt(async () => {
      const { data } = await client.mutate({ mutation: OpenCalendarFeedDocument });
      return data ? `${location.origin}${data.openCalendarFeed}` : null;
    });
  const close = async () => {
    await attempt(async () => {
      await client.mutate({ mutation: CloseCalendarFeedDocument });
      return null;
    });
    // The button that was pressed is gone.
    first.current?.focus();
  };
  const copy = async (words: string) => {
    try {
      await navigator.clipboard.writeText(words);
      setCopied(t("calendar.feed.copied"));
    } catch {
      // The browser has forbidden it: the address stands there to be selected.
      setCopied(t("calendar.feed.notCopied"));
    }
  };
  return (
    <section className="aside-card">
      <h2 className="aside-card-title">{t("calendar.feed.title")}</h2>
      <p>{t("calendar.feed.intro")}</p>
      <div role="status">
        {address && (
          <Notice kind="success">
            <p>{t("calendar.feed.once")}</p>
            <p className="calendar-address">
              <code>{address}</code>
            </p>
            <button
              type="button"
              className="btn btn-outline-primary btn-xs"
              onClick={() => void copy(address)}
            >
              {t("calendar.feed.copy")}
            </button>
            {copied && <p>{copied}</p>}
          </Notice>
        )}
      </div>
      {since && (
        <p>
          {t("calendar.feed.since")} <Moment iso={since} />
        </p>
      )}
      <div className="hub-buttons">
        <button ref={first} type="button" className="btn btn-primary btn-sm" onClick={() => void open()}>
          {t(since ? "calendar.feed.renew" : "calendar.feed.open")}
        </button>
        {since && (
          <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => void close()}>
            {t("calendar.feed.close")}
          </button>
        )}
      </div>
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </section>
  );
}
