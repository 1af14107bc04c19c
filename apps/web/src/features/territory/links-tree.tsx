import { isUnlinked, linksOf, linkTree } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import type { OverviewObjectiveLineFragment } from "../../generated/graphql.ts";
import { Notice } from "../../ui/notice.tsx";

interface Props {
  /** Whose plan it is. */
  readonly bodyId: string;
  readonly objectives: readonly OverviewObjectiveLineFragment[];
}

/** From the programmes of the DUP through the objectives of the PEG to those of the plan and what measures them, and which of them
 *  hang in the air. */
export function LinksTree({ bodyId, objectives }: Props) {
  const { t } = useTranslation();
  const ofWhom = ({ section }: OverviewObjectiveLineFragment) =>
    linksOf(bodyId, { shared: section.shared, leadBodyId: section.office?.leadBody.id ?? null });
  const lacking = objectives.filter((objective) => isUnlinked(objective, ofWhom(objective))).length;
  const hasShared = objectives.some((objective) => ofWhom(objective) === "LEAD");
  return (
    <section className="links-tree">
      <h2>{t("territory.links")}</h2>
      {lacking > 0 && <Notice kind="info">{t("territory.unlinked", { count: lacking })}</Notice>}
      {hasShared && <p>{t("territory.sharedLinks")}</p>}
      <ul>
        {linkTree(objectives).map(({ dup, goals }) => (
          <li key={dup ?? ""}>
            <strong lang={dup ? "it" : undefined}>{dup ?? t("territory.noDup")}</strong>
            <ul>
              {goals.map(({ peg, objectives: ofGoal }) => (
                <li key={peg ?? ""}>
                  <span lang={peg ? "it" : undefined}>{peg ?? t("territory.noPeg")}</span>
                  <ul>
                    {ofGoal.map((objective) => (
                      <li key={objective.id}>
                        <span lang="it">{objective.title || t("territory.untitled")}</span>
                        {ofWhom(objective) === "LEAD" && <small> ({t("territory.sharedLink")})</small>}
                        {objective.indicators.length > 0 && (
                          <ul lang="it">
                            {objective.indicators.map((indicator) => (
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
