import type { AdoptedPlan } from "@upiao/document";
import { citeAct, publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Day } from "../layout/day.tsx";
import { usePage } from "../layout/page-context.ts";
import { bodyName } from "./plan-names.ts";
import type { PublishedAdoption, PublishedPlan } from "./published-plan.ts";

interface Props {
  readonly plan: PublishedPlan;
  readonly adoption: PublishedAdoption;
  readonly content: AdoptedPlan;
}

/** What a cover says of the plan. */
export function PlanFacts({ plan, adoption, content }: Props): ReactNode {
  const { words, href, language, site } = usePage();
  const { actKind: kind, actNumber: number, actDay: day } = adoption;
  const own = publicPlanPath(plan.body, plan.firstYear, adoption.amendment);
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    [
      words.planPage.act,
      <>
        {citeAct({ kind, number, day }, language)} · <a href={`${own}/atto`}>{words.planPage.actFile}</a>
      </>,
    ],
    [words.planPage.publishedOn, <Day key="day" of={adoption.publishedAt} />],
    [words.planPage.form, words.forms[content.form]],
    ...(adoption.reason ? [[words.planPage.reason, adoption.reason] as const] : []),
    ...(content.dup ? [[words.planPage.dup, content.dup] as const] : []),
    ...(content.peg ? [[words.planPage.peg, content.peg] as const] : []),
    [
      words.planPage.permanent,
      <a key="own" href={href(own)}>
        {site}
        {own}
      </a>,
    ],
    [
      words.planPage.hash,
      <>
        <code>{adoption.sha256}</code>{" "}
        <a href={href(`/pubblico/verifica?impronta=${adoption.sha256}`)}>{words.planPage.hashHelp}</a>
      </>,
    ],
  ];
  return (
    <section aria-labelledby="dati">
      <h2 id="dati">{words.planPage.facts}</h2>
      <dl className="fields">
        <div>
          <dt>{words.searchPage.body}</dt>
          <dd>{bodyName(content.body, words)}</dd>
        </div>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
