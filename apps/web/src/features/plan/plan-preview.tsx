import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { PlanBeginningDocument, type PlanBeginningQueryVariables } from "../../generated/graphql.ts";

interface Props {
  readonly asked: PlanBeginningQueryVariables;
}

/** The sections that a new plan will have, and which of them have a text to begin with. */
export function PlanPreview({ asked }: Props) {
  const { t } = useTranslation();
  const { data, previousData } = useQuery(PlanBeginningDocument, {
    variables: asked,
    fetchPolicy: "network-only",
  });
  const parts = (data ?? previousData)?.planBeginning ?? [];
  return (
    <>
      <p role="status">
        {t("plan.start.made", {
          count: parts.length,
          filled: parts.filter(({ hasTextBefore }) => hasTextBefore).length,
        })}
      </p>
      <ul>
        {parts.map(({ code, title, hasTextBefore }) => (
          <li key={code}>
            <span lang="it">{/^\d/.test(code) ? `${code} ${title}` : title}</span>
            {hasTextBefore && <> ({t("plan.start.withText")})</>}
          </li>
        ))}
      </ul>
    </>
  );
}
