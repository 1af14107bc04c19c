import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Frame } from "../layout/frame.tsx";
import { LanguageField } from "../layout/language-field.tsx";
import { usePage } from "../layout/page-context.ts";
import { StackingTable } from "../layout/stacking-table.tsx";
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
          <DifferenceView difference={difference} level={2} />
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
  const say = (count: number) => count.toLocaleString(words.locale);
  return (
    <section aria-labelledby="cambiati">
      <h2 id="cambiati">{words.changesPage.list}</h2>
      <StackingTable
        caption={words.changesPage.listCaption}
        rows={changes}
        keyOf={({ section }) => section}
        columns={[
          {
            name: words.changesPage.text,
            cell: ({ section, number, title }) => (
              <a href={`#cambia-${section}`} lang="it">
                {number} {title}
              </a>
            ),
          },
          { name: words.changesPage.what, cell: ({ change }) => words.changesPage[change] },
          { name: words.changesPage.added, isNumber: true, cell: ({ difference }) => say(difference.added) },
          {
            name: words.changesPage.removed,
            isNumber: true,
            cell: ({ difference }) => say(difference.removed),
          },
        ]}
      />
    </section>
  );
}
