import { useQuery } from "@apollo/client/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { DemoAccountsDocument, type DemoAccountsQuery } from "../../generated/graphql.ts";

type DemoAccount = DemoAccountsQuery["demoAccounts"][number];

interface Props {
  readonly onChoose: (account: DemoAccount) => void;
}

/** The people of the demonstration, where the server has one: a click signs in as them. */
export function DemoAccounts({ onChoose }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const { data } = useQuery(DemoAccountsDocument);
  if (!data || data.demoAccounts.length === 0) return null;
  return (
    <section className="demo-accounts" aria-labelledby={title}>
      <h2 id={title}>{t("login.demo")}</h2>
      <p>{t("login.demoIntro")}</p>
      <ul>
        {data.demoAccounts.map((account) => (
          <li key={account.email}>
            <button type="button" onClick={() => onChoose(account)}>
              <span className="demo-accounts-name">{account.name}</span>
              <span className="demo-accounts-post">
                {t(`role.${account.role}`)}, {account.bodyName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
