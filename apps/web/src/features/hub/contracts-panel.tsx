import { useQuery } from "@apollo/client/react";
import { daysUntil } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { type ServiceContractFieldsFragment, ServiceContractsDocument } from "../../generated/graphql.ts";
import { dayInItaly } from "../../i18n/day-in-italy.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Day } from "../../ui/day.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import type { Hub } from "./hub-facts.ts";
import type { RecordForm } from "./record-dialog.tsx";
import type { HubForms } from "./use-hub-forms.ts";

interface Props {
  readonly hub: Hub;
  readonly forms: HubForms;
  readonly onEdit: (form: RecordForm) => void;
}

/** Contracts for public services, those that expire first before the others. */
export function ContractsPanel({ hub, forms, onEdit }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const { data, error, fetchMore } = useQuery(ServiceContractsDocument, { fetchPolicy: "cache-and-network" });
  const page = data?.serviceContracts;
  const today = dayInItaly(new Date());
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { serviceContracts } }) => ({
        serviceContracts: {
          ...serviceContracts,
          rows: [...before.serviceContracts.rows, ...serviceContracts.rows],
        },
      }),
    });
  return (
    <>
      {hub.keptBodies("CONTRACT").length > 0 && (
        <p>
          <button type="button" className="btn btn-primary" onClick={() => onEdit(forms.contract(null))}>
            {t("hub.contract.add")}
          </button>
        </p>
      )}
      {error && !page && (
        <Notice kind="danger" role="alert">
          {sentence(problemOf(error))}
        </Notice>
      )}
      {!page && !error && <Loading />}
      {page?.rows.length === 0 && <Notice kind="info">{t("hub.contract.none")}</Notice>}
      {page && page.rows.length > 0 && (
        <StackingTable<ServiceContractFieldsFragment>
          caption={t("hub.contract.caption")}
          rows={page.rows}
          keyOf={({ id }) => id}
          columns={[
            {
              key: "title",
              words: t("hub.field.title"),
              cell: ({ title }) => <span lang="it">{title}</span>,
            },
            { key: "body", words: t("hub.column.body"), cell: ({ body }) => bodyTitle(body, t) },
            {
              key: "expires",
              words: t("hub.field.expires"),
              cell: ({ expires }) => (
                <span>
                  <Day iso={expires} />
                  {expires < today
                    ? `, ${t("hub.contract.expired")}`
                    : `, ${t("hub.contract.daysLeft", { count: daysUntil(expires, today) })}`}
                </span>
              ),
            },
            {
              key: "supplier",
              words: t("hub.field.supplier"),
              cell: ({ supplier }) => <span lang="it">{supplier}</span>,
            },
            {
              key: "indicators",
              words: t("hub.field.indicators"),
              cell: ({ indicators }) => (
                <span lang="it" className="hub-words">
                  {indicators ?? t("hub.nothing")}
                </span>
              ),
            },
            {
              key: "edit",
              words: t("hub.column.change"),
              cell: (contract) =>
                hub.mayKeep("CONTRACT", contract.body.id) ? (
                  <button
                    type="button"
                    className="btn btn-outline-primary btn-sm"
                    aria-label={t("hub.editOf", { what: contract.title })}
                    onClick={() => onEdit(forms.contract(contract))}
                  >
                    {t("hub.edit")}
                  </button>
                ) : (
                  t("hub.nothing")
                ),
            },
          ]}
        />
      )}
      {page?.pageInfo.hasNextPage && (
        <p>
          <button
            type="button"
            className="btn btn-outline-primary"
            onClick={() => void more(page.pageInfo.endCursor!)}
          >
            {t("hub.more")}
          </button>
        </p>
      )}
    </>
  );
}
