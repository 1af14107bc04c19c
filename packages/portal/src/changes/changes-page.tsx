import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Frame } from "../layout/frame.tsx";
import { LanguageField } from "../layout/language-field.tsx";
import { usePage } from "../layout/page-context.ts";
import { bodyName, trailTo } from "../plan/plan-names.ts";
import type { PublishedAdoption, PublishedPlan } from "../plan/published-plan.ts";
import type { ChangedText } from "./compare-plans.ts";
import { DifferenceView } from "./difference-view.tsx";

interface Props {
  readonly plan: PublishedPlan;
  readonly before: PublishedAdoption;
  readonly after: PublishedAdoption;
  readonly changes: readonly ChangedText[];
}

/** What changes between two adoptions of a plan: first which texts, then word by word. */
export function ChangesPage({ plan, before, after, changes }: Props): ReactNode {
  const { words } = usePage();
  const name = bodyName(plan.body, words);
  const years = words.piaoShort(words.years(plan.firstYear));
  return (
    <Frame
      title={`${words.changesPage.title} · ${years} · ${name}`}
      here={words.changesPage.title}
      trail={trailTo(plan, words)}
      above={plan.body.provinceName}
      isListed={false}
    >
      <p className="over-title">
        {name}, {years}
      </p>
      <h1>{words.changesPage.title}</h1>
      <p className="lead">
        {words.changesPage.lead(words.amendment(before.amendment), words.amendment(after.amendment))}
      </p>
      {plan.adoptions.length > 1 && <PairForm {...{ plan, before, after }} />}
      {changes.length === 0 ? <p>{words.changesPage.none}</p> : <ChangeTable changes={changes} />}
      {changes.length > 0 && <p>{words.changesPage.legend}</p>}
      {changes.map(({ section, number, title, difference }) => (
        <section key={section} aria-labelledby={`cambia-${section}`}>
          <h2 id={`cambia-${section}`} lang="it">
            {number} {title}
          </h2>
          <DifferenceView difference={difference} />
        </section>
      ))}
    </Frame>
  );
}

function PairForm({ plan, before, after }: Omit<Props, "changes">): ReactNode {
  const { words } = usePage();
  const fields = [
    ["da", words.changesPage.from, before],
    ["a", words.changesPage.to, after],
  ] as const;
  return (
    <form className="asking" action={`${publicPlanPath(plan.body, plan.firstYear)}/confronto`} method="get">
      <div className="pair">
        {fields.map(([name, label, chosen]) => (
          <div key={name}>
            <label htmlFor={name}>{label}</label>
            <select id={name} name={name} defaultValue={chosen.amendment}>
              {plan.adoptions.map(({ amendment }) => (
                <option key={amendment} value={amendment}>
                  {words.amendment(amendment)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <LanguageField />
      <button type="submit">{words.changesPage.submit}</button>
    </form>
  );
}

function ChangeTable({ changes }: Pick<Props, "changes">): ReactNode {
  const { words } = usePage();
  return (
    <section aria-labelledby="cambiati">
      <h2 id="cambiati">{words.changesPage.list}</h2>
      <div className="stacks">
        <table>
          <caption className="hidden">{words.changesPage.listCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.changesPage.text}</th>
              <th scope="col">{words.changesPage.what}</th>
              <th scope="col">{words.changesPage.added}</th>
              <th scope="col">{words.changesPage.removed}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ section, number, title, change, difference }) => (
              <tr key={section}>
                <th scope="row">
                  <a href={`#cambia-${section}`} lang="it">
                    {number} {title}
                  </a>
                </th>
                <td data-name={words.changesPage.what}>{words.changesPage[change]}</td>
                <td className="number" data-name={words.changesPage.added}>
                  {difference.added.toLocaleString(words.locale)}
                </td>
                <td className="number" data-name={words.changesPage.removed}>
                  {difference.removed.toLocaleString(words.locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
