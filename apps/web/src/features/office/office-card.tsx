import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeFragment } from "../../generated/graphql.ts";
import { formatDay } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";

interface Props {
  readonly office: OfficeFragment;
}

/** An associated office: who leads it, who takes part in it, by which convention. */
export function OfficeCard({ office }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const day = (iso: string) => formatDay(iso, language);
  return (
    <section className="aside-card" aria-labelledby={title}>
      <h2 className="aside-card-title" id={title}>
        {t("office.mine")}
      </h2>
      <p className="aside-card-lead" lang="it">
        {office.name}
      </p>
      <ul className="aside-list">
        <li>
          <strong>{bodyTitle(office.leadBody, t)}</strong>, {t("office.leads")}
        </li>
        {office.members.map(({ body, joinedOn }) => (
          <li key={body.id}>
            {bodyTitle(body, t)}
            <span className="aside-list-more">{t("office.since", { date: day(joinedOn) })}</span>
          </li>
        ))}
      </ul>
      <p className="aside-card-foot">
        <span lang="it">{office.conventionAct}</span>
      </p>
    </section>
  );
}
