import { useQuery } from "@apollo/client/react";
import { isCompetentFor, sentenceOf, whyNotGiveOpinion } from "@upiao/domain";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { type MyselfFragment, SectionOpinionsDocument } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { OpinionForm } from "./opinion-form.tsx";
import { OpinionList } from "./opinion-list.tsx";
import { controlPostsOf, type JudgedSection, opinionSubjectOf } from "./opinion-subject.ts";
import { useReviewNews } from "./use-review-news.ts";

interface Props {
  readonly section: { readonly id: string };
  readonly me: MyselfFragment;
}

/** Beside the text: what its auditors have said of it, and the form for who is one of them. */
export function OpinionPanel({ section: { id }, me }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const sentence = useProblemSentence();
  const [given, setGiven] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(SectionOpinionsDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  useReviewNews(() => void refetch());
  const section = data?.section;
  if (!section) {
    return error ? <Notice kind="danger">{sentence(problemOf(error))}</Notice> : <Loading />;
  }
  return (
    <section aria-labelledby={title} className="opinion-panel">
      <h2 id={title}>{t("review.opinions")}</h2>
      <div role="status">{given && <Notice kind="success">{given}</Notice>}</div>
      <OpinionList opinions={section.opinions} />
      <Giving
        section={section}
        me={me}
        onGiven={({ verdict, version }) =>
          setGiven(t("review.given", { verdict: t(`review.verdict.${verdict}`), number: version.number }))
        }
      />
    </section>
  );
}

interface GivingProps {
  readonly section: JudgedSection;
  readonly me: MyselfFragment;
  readonly onGiven: Parameters<typeof OpinionForm>[0]["onGiven"];
}

function Giving({ section, me: { id: meId, memberships }, onGiven }: GivingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const posts = controlPostsOf(memberships);
  const subject = opinionSubjectOf(section);
  const whyNot = (bodyId: string) => whyNotGiveOpinion(subject, bodyId, posts);
  const mine = memberships.filter(({ role }) => role === "AUDITOR").map(({ body }) => body);
  const [first, ...others] = mine.filter(({ id }) => whyNot(id) === null);
  const version = section.frozenVersion;
  if (first && version) {
    const form = (
      <OpinionForm
        // Of another version it would be another opinion: what was half written stays with its own.
        key={version.id}
        sectionId={section.id}
        version={version}
        bodies={[first, ...others]}
        onGiven={onGiven}
      />
    );
    const hasGiven = section.opinions.some(({ by, version: { id } }) => by.id === meId && id === version.id);
    if (!hasGiven) return form;
    return (
      <details className="opinion-again">
        <summary>{t("review.giveAnother", { number: version.number })}</summary>
        {form}
      </details>
    );
  }
  // Who controls another part of the plan, or nobody here, has nothing to be told why.
  const isTheirs = posts.some(({ competence }) => isCompetentFor(competence ?? null, section.code));
  const why = mine.map(({ id }) => whyNot(id)).find((code) => code !== null && code !== "NOT_YOUR_ROLE");
  if (!why || (why !== "NOT_YOUR_COMPETENCE" && !isTheirs)) return null;
  return <p className="opinion-why-not">{sentenceOf(why, {}, language)}</p>;
}
