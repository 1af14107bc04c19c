import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { MailIsKeptDocument } from "../../generated/graphql.ts";

/** The way to the mails, where they are kept. */
export function OutboxLink() {
  const { t } = useTranslation();
  const { data } = useQuery(MailIsKeptDocument);
  return data?.mailIsKept ? (
    <li>
      <NavLink to="/posta">{t("notification.outbox")}</NavLink>
    </li>
  ) : null;
}
