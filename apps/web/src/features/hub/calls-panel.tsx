import { useQuery } from "@apollo/client/react";
import { callStates } from "@upiao/domain";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  type CallState,
  type FundingCallFieldsFragment,
  FundingCallsDocument,
} from "../../generated/graphql.ts";
import { BodyChoice } from "../../ui/body-choice.tsx";
import { bodyTitle } from "../../ui/body-title.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Day } from "../../ui/day.tsx";
import { Euro } from "../../ui/euro.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { ToVerify } from "../../ui/to-verify.tsx";
import { CallDetail } from "./call-detail.tsx";
import type { Hub, OnHubChange } from "./hub-facts.ts";
import type { RecordForm } from "./record-dialog.tsx";
import type { HubForms } from "./use-hub-forms.ts";

interface Props {
  readonly hub: Hub;
  readonly forms: HubForms;
  /** The one that the address names. */
  readonly chosen: string | null;
  readonly onEdit: (form: RecordForm) => void;
  readonly onChange: OnHubChange;
}

/** The calls for funding: who may apply, who applied and what came of it. */
export function CallsPanel({ hub, forms, chosen, onEdit, onChange }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const id = useId();
  const [state, setState] = useState<CallState | null>(null);
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const { data, previousData, error, fetchMore } = useQuery(FundingCallsDocument, {
    variables: { state, bodyId, until },
    fetchPolicy: "cache-and-network",
  });
  const page = (data ?? previousData)?.fundingCalls;
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { fundingCalls } }) => ({
        fundingCalls: { ...fundingCalls, rows: [...before.fundingCalls.rows, ...fundingCalls.rows] },
      }),
    });
  return (
    <>
      {chosen && <CallDetail key={chosen} {...{ hub, forms, onEdit, onChange }} id={chosen} />}
      <div className="hub-filters">
        <ChoiceField<CallState | null>
          label={t("hub.filter.state")}
          value={state}
          options={[
            { value: null, words: t("hub.filter.all") },
            ...callStates.map((one) => ({ value: one, words: t(`hub.callState.${one}`) })),
          ]}
          onChoose={setState}
        />
        <BodyChoice bodies={hub.bodies} value={bodyId} onChoose={setBodyId} />
        <div className="field">
          <label htmlFor={`${id}-until`}>{t("hub.filter.until")}</label>
          <input
            id={`${id}-until`}
            type="date"
            className="form-control"
            onChange={({ target }) => setUntil(target.value || null)}
          />
        </div>
        {hub.keptBodies("CALL").length > 0 && (
          <button type="button" className="btn btn-primary" onClick={() => onEdit(forms.call(null))}>
            {t("hub.call.add")}
          </button>
        )}
      </div>
      {error && !page && (
        <Notice kind="danger" role="alert">
          {sentence(problemOf(error))}
        </Notice>
      )}
      {!page && !error && <Loading />}
      {page?.rows.length === 0 && <Notice kind="info">{t("hub.call.none")}</Notice>}
      {page && page.rows.length > 0 && <CallTable calls={page.rows} />}
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

function CallTable({ calls }: { readonly calls: readonly FundingCallFieldsFragment[] }) {
  const { t } = useTranslation();
  return (
    <StackingTable<FundingCallFieldsFragment>
      caption={t("hub.call.caption")}
      rows={calls}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "title",
          words: t("hub.column.call"),
          cell: ({ id, title, issuer, verified }) => (
            <>
              <Link to={`/polo?scheda=avvisi&avviso=${id}`} lang="it">
                {title}
              </Link>{" "}
              {!verified && <ToVerify />}
              <span className="stacking-table-aside" lang="it">
                {issuer}
              </span>
            </>
          ),
        },
        {
          key: "state",
          words: t("hub.column.state"),
          cell: ({ state }) => t(`hub.callState.${state}`),
        },
        {
          key: "deadline",
          words: t("hub.column.deadline"),
          cell: ({ deadline }) => (deadline ? <Day iso={deadline} /> : t("hub.nothing")),
        },
        {
          key: "amount",
          words: t("hub.column.amount"),
          cell: ({ amount }) => (amount == null ? t("hub.nothing") : <Euro amount={amount} />),
        },
        {
          key: "applications",
          words: t("hub.column.applications"),
          cell: ({ applications, mayApply, state: standing }) => (
            <span>
              {applications.length > 0
                ? applications
                    .map(({ body, state }) => `${bodyTitle(body, t)}: ${t(`hub.applicationState.${state}`)}`)
                    .join("; ")
                : t(standing === "CLOSED" ? "hub.call.wasFor" : "hub.call.mayApply", {
                    count: mayApply.length,
                  })}
            </span>
          ),
        },
      ]}
    />
  );
}
