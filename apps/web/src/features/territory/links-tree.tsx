import { linkTree } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import type { OverviewObjectiveLineFragment } from "../../generated/graphql.ts";
import { Notice } from "../../ui/notice.tsx";

/** From the programmes of the DUP through the objectives of the PEG to those of the plan and what measures them, and which of them
 *  hang in the air. */
export function LinksTree({ objectives }: { readonly objectives: readonly OverviewObjectiveLineFragment[] }) {
  const { t } = useTranslation();
  const lacking = objectives.filter(({ dup, peg }) => !dup || !peg).length;
  return (
    <section className="links-tree">
      <h2>{t("territory.links")}</h2>
      {lacking > 0 && <Notice kind="info">{t("territory.unlinked", { count: lacking })}</Notice>}
      <ul>
        {linkTree(objectives).map(({ dup, goals }) => (
          <li key={dup ?? ""}>
            <strong lang={dup ? "it" : undefined}>{dup ?? t("territory.noDup")}</strong>
            <ul>
              {goals.map(({ peg, objectives: ofGoal }) => (
                <li key={peg ?? ""}>
                  <span lang={peg ? "it" : undefined}>{peg ?? t("territory.noPeg")}</span>
                  <ul>
                    {ofGoal.map(({ id, title, indicators }) => (
                      <li key={id} lang="it">
                        {title || t("territory.untitled")}
                        {indicators.length > 0 && (
                          <ul>
                            {indicators.map((indicator) => (
                              <li key={indicator.id}>{indicator.name || t("territory.untitled")}</li>
                            ))}
                          </ul>
                        )}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
