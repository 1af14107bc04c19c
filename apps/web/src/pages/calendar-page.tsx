import { useQuery } from "@apollo/client/react";
import { calendarKinds, sayDue } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { FeedCard } from "../features/calendar/feed-card.tsx";
import { CalendarDocument, type CalendarKind, type CalendarQuery } from "../generated/graphql.ts";
import { dayInItaly } from "../i18n/day-in-italy.ts";
import { formatMonth } from "../i18n/formats.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { BodyChoice } from "../ui/body-choice.tsx";
import { bodyTitle } from "../ui/body-title.ts";
import { ChoiceField } from "../ui/choice-field.tsx";
import { Day } from "../ui/day.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ToVerify } from "../ui/to-verify.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

type Entry = CalendarQuery["calendar"][number];

/** What is due by when for the bodies that somebody works for, month by month. */
export function CalendarPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const thisYear = Number(dayInItaly(new Date()).slice(0, 4));
  // Null: what is to come, whichever year it falls in.
  const [year, setYear] = useState<number | null>(null);
  const [kind, setKind] = useState<CalendarKind | null>(null);
  const [bodyId, setBodyId] = useState<string | null>(null);
  const { data, previousData, error, refetch } = useQuery(CalendarDocument, {
    variables: year === null ? toCome() : { from: `${year}-01-01`, until: `${year}-12-31` },
    fetchPolicy: "cache-and-network",
  });
  const known = data ?? previousData;
  if (!known) return <AbsentPage error={error} onRetry={() => void refetch()} />;
  const bodies = [...new Map(known.calendar.map(({ body }) => [body.id, body])).values()];
  const shown = known.calendar.filter(
    (entry) => (kind === null || entry.kind === kind) && (bodyId === null || entry.body.id === bodyId),
  );
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("calendar.title") }]} />
          <PageHeading title={t("calendar.title")} />
          <p>{t("calendar.intro")}</p>
        </div>
      </div>
      <div className="container-xxl calendar-page">
        <div>
          <div className="hub-filters">
            <ChoiceField<number | null>
              label={t("calendar.year")}
              value={year}
              options={[
                { value: null, words: t("calendar.toCome") },
                ...[-1, 0, 1, 2].map((step) => ({ value: thisYear + step, words: thisYear + step })),
              ]}
              onChoose={setYear}
            />
            <ChoiceField<CalendarKind | null>
              label={t("calendar.kindFilter")}
              value={kind}
              options={[
                { value: null, words: t("calendar.all") },
                ...calendarKinds.map((one) => ({ value: one, words: t(`calendar.kind.${one}`) })),
              ]}
              onChoose={setKind}
            />
            <BodyChoice bodies={bodies} value={bodyId} onChoose={setBodyId} />
          </div>
          <p role="status">{t("calendar.count", { count: shown.length })}</p>
          {shown.length === 0 && <Notice kind="info">{t("calendar.none")}</Notice>}
          {[...byMonth(shown)].map(([month, entries]) => (
            <section key={month}>
              <h2>{formatMonth(`${month}-01`, language)}</h2>
              <ul className="calendar-entries">
                {entries.map((entry) => (
                  <li key={entry.key}>
                    <Day iso={entry.day} />
                    <EntryName entry={entry} />
                    {entry.lines.length > 0 && <DueLines lines={entry.lines} />}
                    {!entry.isVerified && <ToVerify />}
                    {entry.isOurs && <span className="calendar-note">{t("calendar.ours")}</span>}
                    {entry.kind === "PLAN" && entry.title && (
                      <span className="calendar-note">{t("calendar.putOff", { reason: entry.title })}</span>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <FeedCard since={known.calendarFeed?.createdAt ?? null} onChange={refetch} />
      </div>
    </>
  );
}

/** What is due, with the way to it where there is a page that this person may open. */
function EntryName({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = sayDue(dueOf(entry), bodyTitle(entry.body, t), language);
  return entry.path ? <Link to={entry.path}>{words}</Link> : <span>{words}</span>;
}

/** A December has a dozen of them. */
function DueLines({ lines }: Pick<Entry, "lines">) {
  const { t } = useTranslation();
  return (
    <details className="calendar-lines">
      <summary>{t("calendar.lines", { count: lines.length })}</summary>
      <ul>
        {lines.map(({ code, title }) => (
          <li key={code}>
            {title} <span className="calendar-note">{code}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const yearMs = 365 * 86_400_000;

function toCome() {
  const now = Date.now();
  return { from: dayInItaly(new Date(now)), until: dayInItaly(new Date(now + yearMs)) };
}

function byMonth(entries: readonly Entry[]): Map<string, Entry[]> {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const month = entry.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return months;
}

function dueOf({ kind, title, year, round }: Entry) {
  return {
    kind,
    title: title ?? null,
    year: year ?? null,
    round: round === 2 ? 2 : round === 1 ? 1 : null,
  } as const;
}
