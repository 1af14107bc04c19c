import { useApolloClient, useQuery } from "@apollo/client/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { CallsPanel } from "../features/hub/calls-panel.tsx";
import { ContractsPanel } from "../features/hub/contracts-panel.tsx";
import { hubOf, type OnHubChange } from "../features/hub/hub-facts.ts";
import { PurchasesPanel } from "../features/hub/purchases-panel.tsx";
import { RecordDialog, type RecordForm } from "../features/hub/record-dialog.tsx";
import { ServicesPanel } from "../features/hub/services-panel.tsx";
import { useHubForms } from "../features/hub/use-hub-forms.ts";
import { postsOf } from "../features/section/section-facts.ts";
import {
  FundingCallDocument,
  FundingCallsDocument,
  HubDocument,
  type HubQuery,
  HubServicesDocument,
  type HubServicesQuery,
  PurchasesDocument,
  ServiceContractsDocument,
} from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

/** The register of the hub: services, calls, purchases, contracts. */
export function HubPage() {
  const fetchPolicy = "cache-and-network";
  const hub = useQuery(HubDocument, { fetchPolicy });
  const services = useQuery(HubServicesDocument, { fetchPolicy });
  if (!hub.data || !services.data) {
    const retry = () => void Promise.all([hub.refetch(), services.refetch()]);
    return <AbsentPage error={hub.error ?? services.error} onRetry={retry} />;
  }
  return <Register known={hub.data} services={services.data} />;
}

interface Props {
  readonly known: HubQuery;
  readonly services: HubServicesQuery;
}

function Register({ known, services }: Props) {
  const { t } = useTranslation();
  const me = useMyself();
  const client = useApolloClient();
  const [params] = useSearchParams();
  const [form, setForm] = useState<RecordForm | null>(null);
  const [done, setDone] = useState<Parameters<OnHubChange> | null>(null);
  const hub = hubOf(known, postsOf(me.memberships));
  const forms = useHubForms(hub);
  const onEdit = (next: RecordForm) => {
    setDone(null);
    setForm(next);
  };
  const notice = useRef<HTMLDivElement>(null);
  const onChange = async (...said: Parameters<OnHubChange>) => {
    setDone(said);
    await client.refetchQueries({ include: shown });
    await new Promise(requestAnimationFrame);
    // The button from which a record was removed is gone with it: whoever goes by keyboard goes on from what was said.
    if (document.activeElement === document.body) notice.current?.focus();
  };
  const asked = params.get("scheda");
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("hub.title") }]} />
          <PageHeading title={t("hub.title")} />
          <p>{t("hub.intro")}</p>
        </div>
      </div>
      <div className="container-xxl hub-page">
        <div role="status">
          {done?.[0] && (
            <Notice kind="success" ref={notice}>
              {done[0]}
              {done[1]?.map(({ to, words }) => (
                <Link key={to} to={to} className="hub-way" lang="it">
                  {words}
                </Link>
              ))}
            </Notice>
          )}
        </div>
        <Tabs
          label={t("hub.title")}
          initial={asked ?? "servizi"}
          asked={asked === null ? null : { key: asked, turn: 0 }}
          tabs={[
            {
              key: "servizi",
              words: t("hub.tab.services"),
              content: <ServicesPanel {...{ hub, forms, onEdit, onChange }} data={services} />,
            },
            {
              key: "avvisi",
              words: t("hub.tab.calls"),
              content: <CallsPanel {...{ hub, forms, onEdit, onChange }} chosen={params.get("avviso")} />,
            },
            {
              key: "acquisti",
              words: t("hub.tab.purchases"),
              content: <PurchasesPanel {...{ hub, forms, onEdit }} />,
            },
            {
              key: "contratti",
              words: t("hub.tab.contracts"),
              content: <ContractsPanel {...{ hub, forms, onEdit }} />,
            },
          ]}
        />
      </div>
      {form && <RecordDialog form={form} onChange={onChange} onClose={() => setForm(null)} />}
    </>
  );
}

/** What a change may have made old. */
const shown = [
  HubServicesDocument,
  FundingCallsDocument,
  FundingCallDocument,
  PurchasesDocument,
  ServiceContractsDocument,
];
