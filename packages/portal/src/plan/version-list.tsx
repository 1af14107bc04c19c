import { citeAct, publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Day } from "../layout/day.tsx";
import { usePage } from "../layout/page-context.ts";
import { StackingTable } from "../layout/stacking-table.tsx";
import { inForce, type PublishedPlan } from "./published-plan.ts";

/** The adoptions of a plan, the latest first, and what each has changed. */
export function VersionList({ plan }: { readonly plan: PublishedPlan }): ReactNode {
  const { words, href, language } = usePage();
  const path = publicPlanPath(plan.body, plan.firstYear);
  const latest = inForce(plan);
  return (
    <section aria-labelledby="versioni">
      <h2 id="versioni">{words.planPage.history}</h2>
      <StackingTable
        caption={words.planPage.historyCaption}
        rows={plan.adoptions.map((adoption, index, all) => ({ adoption, before: all[index - 1] })).reverse()}
        keyOf={({ adoption }) => adoption.id}
        columns={[
          {
            name: words.planPage.version,
            cell: ({ adoption: { id, amendment } }) => (
              <>
                <a href={href(publicPlanPath(plan.body, plan.firstYear, amendment))}>
                  {words.amendment(amendment)}
                </a>
                {id === latest.id && <span className="tag">{words.bodyPage.inForce}</span>}
              </>
            ),
          },
          {
            name: words.planPage.act,
            cell: ({ adoption: { actKind: kind, actNumber: number, actDay: day } }) =>
              citeAct({ kind, number, day }, language),
          },
          { name: words.planPage.publishedOn, cell: ({ adoption }) => <Day of={adoption.publishedAt} /> },
          { name: words.planPage.reason, cell: ({ adoption }) => adoption.reason ?? words.none },
          {
            name: words.planPage.changes,
            cell: ({ adoption, before }) =>
              before ? (
                <a
                  href={href(`${path}/confronto?da=${before.amendment}&a=${adoption.amendment}`)}
                  aria-label={`${words.planPage.seeChanges}: ${words.amendment(before.amendment)} – ${words.amendment(adoption.amendment)}`}
                >
                  {words.planPage.seeChanges}
                </a>
              ) : (
                words.none
              ),
          },
        ]}
      />
    </section>
  );
}
