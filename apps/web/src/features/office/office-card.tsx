import { whyNotRecordLeaving, whyNotRunOffice } from "@upiao/domain";
import { type ComponentType, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MyselfFragment, OfficeFragment } from "../../generated/graphql.ts";
import { formatDay } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { AdmitMemberButton, type BodyFieldProps } from "./admit-member-button.tsx";
import { RecordLeavingButton } from "./record-leaving-button.tsx";
import { StartStrategyButton } from "./start-strategy-button.tsx";

interface Props {
  readonly office: OfficeFragment;
  readonly memberships: MyselfFragment["memberships"];
  readonly bodyField: ComponentType<BodyFieldProps>;
  /** Founded a moment ago, on this page: what was pressed is gone, and the focus goes on here. */
  readonly isNew: boolean;
}

/** An associated office: who leads it, who takes part in it, by which convention. */
export function OfficeCard({ office, memberships, bodyField, isNew }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  const facts = {
    leadBodyId: office.leadBody.id,
    memberBodyIds: office.members.map(({ body }) => body.id),
  };
  const posts = memberships.map(({ role, body }) => ({ role, bodyId: body.id }));
  const runsIt = whyNotRunOffice(facts, posts) === null;
  const leavers = office.members
    .map(({ body }) => body)
    .filter(({ id }) => whyNotRecordLeaving(facts, id, posts) === null);
  const day = (iso: string) => formatDay(iso, language);
  return (
    <section className="aside-card" aria-labelledby={title}>
      <h2 className="aside-card-title" id={title} ref={heading} tabIndex={-1}>
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
      {(runsIt || leavers.length > 0) && (
        <div className="office-actions">
          {runsIt && <AdmitMemberButton office={office} bodyField={bodyField} />}
          {runsIt && <StartStrategyButton officeId={office.id} />}
          {leavers.length > 0 && <RecordLeavingButton officeId={office.id} bodies={leavers} />}
        </div>
      )}
    </section>
  );
}
