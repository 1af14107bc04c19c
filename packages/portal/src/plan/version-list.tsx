import { citeAct, publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Day } from "../layout/day.tsx";
import { usePage } from "../layout/page-context.ts";
import { inForce, type PublishedPlan } from "./published-plan.ts";

/** The adoptions of a plan, the latest first, and what each has changed. */
export function VersionList({ plan }: { readonly plan: PublishedPlan }): ReactNode {
  const { words, href, language } = usePage();
  const path = publicPlanPath(plan.body, plan.firstYear);
  const latest = inForce(plan);
  return (
    <section aria-labelledby="versioni">
      <h2 id="versioni">{words.planPage.history}</h2>
      <div className="stacks">
        <table>
          <caption className="hidden">{words.planPage.historyCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.planPage.version}</th>
              <th scope="col">{words.planPage.act}</th>
              <th scope="col">{words.planPage.publishedOn}</th>
              <th scope="col">{words.planPage.reason}</th>
              <th scope="col">{words.planPage.changes}</th>
            </tr>
          </thead>
          <tbody>
            {plan.adoptions.toReversed().map((adoption, index, all) => {
              const before = all[index + 1];
              return (
                <tr key={adoption.id}>
                  <th scope="row">
                    <a href={href(publicPlanPath(plan.body, plan.firstYear, adoption.amendment))}>
                      {words.amendment(adoption.amendment)}
                    </a>
                    {adoption.id === latest.id && <span className="tag">{words.bodyPage.inForce}</span>}
                  </th>
                  <td data-name={words.planPage.act}>
                    {citeAct(
                      { kind: adoption.actKind, number: adoption.actNumber, day: adoption.actDay },
                      language,
                    )}
                  </td>
                  <td data-name={words.planPage.publishedOn}>
                    <Day of={adoption.publishedAt} />
                  </td>
                  <td data-name={words.planPage.reason}>{adoption.reason ?? words.none}</td>
                  <td data-name={words.planPage.changes}>
                    {before ? (
                      <a
                        href={href(`${path}/confronto?da=${before.amendment}&a=${adoption.amendment}`)}
                        aria-label={`${words.planPage.seeChanges}: ${words.amendment(before.amendment)} – ${words.amendment(adoption.amendment)}`}
                      >
                        {words.planPage.seeChanges}
                      </a>
                    ) : (
                      words.none
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
