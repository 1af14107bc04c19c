import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ObjectiveFaultsDocument } from "../../generated/graphql.ts";

interface Props {
  readonly bodyId: string;
  readonly firstYear: number;
}

/** The fields of a plan's objectives that want mending, for who may read its texts: what is not understood is in no figure. */
export function FaultList({ bodyId, firstYear }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(ObjectiveFaultsDocument, {
    variables: { bodyId, firstYear },
    fetchPolicy: "cache-and-network",
  });
  const faulty = (data?.objectives ?? []).filter(({ faults }) => faults.length > 0);
  if (faulty.length === 0) return null;
  return (
    <section className="missing">
      <h2>{t("objective.faults.title")}</h2>
      <p>{t("objective.faults.intro")}</p>
      <ul>
        {faulty.map(({ id, sectionId, title, faults, indicators }) => (
          <li key={id}>
            <Link to={`/sezioni/${sectionId}`} lang="it">
              {title || t("objective.unnamed")}
            </Link>
            <ul>
              {faults.map(({ field, indicatorKey, kind }) => (
                <li key={`${indicatorKey} ${field}`}>
                  {indicatorKey !== null && (
                    <span lang="it">
                      {indicators.find(({ key }) => key === indicatorKey)?.name || t("objective.unnamed")}:{" "}
                    </span>
                  )}
                  {labelOf(field)}. {sentenceOf(field, kind)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );

  function labelOf(field: string): string {
    const isTarget = field.startsWith("target");
    const year = isTarget ? firstYear + Number(field.slice("target".length)) - 1 : undefined;
    return t(`objective.field.${isTarget ? "target" : field}`, { year });
  }

  function sentenceOf(field: string, kind: string): string {
    const isText = field === "title" || field === "name";
    return t(isText ? `objective.faults.text.${kind}` : `objective.fault.${kind}`);
  }
}
