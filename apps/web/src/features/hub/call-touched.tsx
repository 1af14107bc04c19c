import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  AmendForCallDocument,
  AnnounceCallDocument,
  type FundingCallQuery,
} from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import type { Hub, OnHubChange } from "./hub-facts.ts";

type Call = NonNullable<FundingCallQuery["fundingCall"]>;
type TouchedSection = Call["sections"][number];

interface Props {
  readonly call: Call;
  readonly hub: Hub;
  readonly onChange: OnHubChange;
}

/** What in the plans must change for a call, and one action that opens the amendments of what is published of it. */
export function CallTouched({ call, hub, onChange }: Props) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const sentence = useProblemSentence();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const act = async (work: () => Promise<void>) => {
    if (isSending) return;
    setProblem(null);
    setIsSending(true);
    try {
      await work();
    } catch (error) {
      setProblem(sentence(problemOf(error)));
    } finally {
      setIsSending(false);
    }
  };
  const announce = (bodyId: string) =>
    act(async () => {
      await client.mutate({ mutation: AnnounceCallDocument, variables: { callId: call.id, bodyId } });
      onChange(t("hub.touched.announced"));
    });
  const amend = (bodyId: string) =>
    act(async () => {
      const variables = { callId: call.id, bodyId };
      const { data } = await client.mutate({ mutation: AmendForCallDocument, variables });
      const opened = data?.amendForCall ?? [];
      onChange(
        t("hub.touched.amended", { count: opened.length }),
        opened.map(({ id, title, firstYear }) => ({
          to: `/sezioni/${id}`,
          words: `${title} ${yearsFrom(firstYear)}`,
        })),
      );
    });
  const amendable = hub.writtenBodies.flatMap((body) => {
    const published = call.sections.filter(
      ({ section, bodies }) => section.state === "PUBLISHED" && bodies.some(({ id }) => id === body.id),
    );
    return published.length === 0 ? [] : [{ body, published }];
  });
  return (
    <section>
      <h3>{t("hub.touched.title")}</h3>
      <p>{t("hub.touched.intro")}</p>
      {call.sections.length === 0 ? <p>{t("hub.touched.none")}</p> : <TouchedTable call={call} />}
      {amendable.map(({ body, published }) => (
        <ActionFor
          key={body.id}
          look="btn-primary"
          isSending={isSending}
          onChoose={() => void amend(body.id)}
        >
          {t("hub.touched.amend", { body: bodyTitle(body, t), count: published.length })}
        </ActionFor>
      ))}
      <h4>{t("hub.touched.text")}</h4>
      <blockquote lang="it" className="hub-words">
        {call.suggestedText}
      </blockquote>
      {hub.keptBodies("CALL").map((body) => (
        <ActionFor
          key={body.id}
          look="btn-outline-primary"
          isSending={isSending}
          onChoose={() => void announce(body.id)}
        >
          {t("hub.touched.announce", { body: bodyTitle(body, t) })}
        </ActionFor>
      ))}
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </section>
  );
}

interface ActionProps {
  readonly look: "btn-primary" | "btn-outline-primary";
  readonly isSending: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}

/** What a person does for one of their bodies. */
function ActionFor({ look, isSending, onChoose, children }: ActionProps) {
  return (
    <p>
      <button type="button" className={`btn ${look} btn-sm`} aria-disabled={isSending} onClick={onChoose}>
        {children}
      </button>
    </p>
  );
}

function TouchedTable({ call }: { readonly call: Call }) {
  const { t } = useTranslation();
  return (
    <StackingTable<TouchedSection>
      caption={t("hub.touched.caption")}
      rows={call.sections.toSorted(publishedFirst)}
      keyOf={({ section }) => section.id}
      columns={[
        {
          key: "section",
          words: t("hub.column.section"),
          cell: ({ section }) => (
            <>
              <Link to={`/sezioni/${section.id}`} lang="it">
                {section.title}
              </Link>
              <span className="stacking-table-aside" lang="it">
                {section.ownerName}, {yearsFrom(section.firstYear)}
              </span>
            </>
          ),
        },
        { key: "state", words: t("hub.column.state"), cell: ({ section }) => t(`state.${section.state}`) },
        {
          key: "why",
          words: t("hub.column.why"),
          cell: ({ objectives }) =>
            objectives.length === 0 ? (
              t("hub.touched.always")
            ) : (
              <ul className="hub-why">
                {objectives.map(({ id, title, call: code }) => (
                  <li key={id}>
                    <span lang="it">«{title}»</span>{" "}
                    {t(code === call.code ? "hub.touched.rests" : "hub.touched.sameItem")}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: "bodies",
          words: t("hub.column.bodies"),
          cell: ({ bodies }) => bodies.map((body) => bodyTitle(body, t)).join(", "),
        },
      ]}
    />
  );
}

/** What an amendment would open stands first. */
function publishedFirst({ section: one }: TouchedSection, { section: other }: TouchedSection): number {
  const [first, second] = [one, other].map(({ state }) => Number(state === "PUBLISHED")) as [number, number];
  return second - first || one.title.localeCompare(other.title, "it") || one.firstYear - other.firstYear;
}

function yearsFrom(firstYear: number): string {
  return `${firstYear}–${firstYear + 2}`;
}
