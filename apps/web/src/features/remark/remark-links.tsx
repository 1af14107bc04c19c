import { useQuery } from "@apollo/client/react";
import { remarksPath } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { RemarkDesksDocument } from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";

/** The ways to the remarks of citizens, of the bodies that have had any. */
export function RemarkLinks() {
  const { t } = useTranslation();
  const { data } = useQuery(RemarkDesksDocument);
  const desks = data?.remarkDesks ?? [];
  return desks.map(({ body, waiting }) => (
    <li key={body.id}>
      <NavLink to={remarksPath(body.id)}>
        {desks.length === 1 ? t("remark.short") : t("remark.shortOf", { body: bodyTitle(body, t) })}
        {waiting > 0 && ` (${t("remark.waiting", { count: waiting })})`}
      </NavLink>
    </li>
  ));
}
