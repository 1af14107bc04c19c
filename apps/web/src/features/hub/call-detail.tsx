import { useQuery } from "@apollo/client/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  FundingCallDocument,
  type FundingCallFieldsFragment,
  type FundingCallQuery,
} from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Day } from "../../ui/day.tsx";
import { Euro } from "../../ui/euro.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { ToVerify } from "../../ui/to-verify.tsx";
import { CallTouched } from "./call-touched.tsx";
import type { Hub, OnHubChange } from "./hub-facts.ts";
import type { RecordForm } from "./record-dialog.tsx";
import { applied, type HubForms } from "./use-hub-forms.ts";

interface Props {
  readonly id: string;
  readonly hub: Hub;
  readonly forms: HubForms;
  readonly onEdit: (form: RecordForm) => void;
  readonly onChange: OnHubChange;
}

type Call = NonNullable<FundingCallQuery["fundingCall"]>;
type Application = FundingCallFieldsFragment["applications"][number];

/** One call: what it asks for, who applied, and what in the plans it touches. */
export function CallDetail({ id, ...props }: Props) {
  const sentence = useProblemSentence();
  const { data, error } = useQuery(FundingCallDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const call = data?.fundingCall;
  if (error) {
    return (
      <Notice kind="danger" role="alert">
        {sentence(problemOf(error))}
      </Notice>
    );
  }
  return call ? <Detail {...props} call={call} /> : <Loading />;
}

function Detail({ call, hub, forms, onEdit, onChange }: Omit<Props, "id"> & { readonly call: Call }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // It was opened by a link further down.
  useEffect(() => heading.current?.focus(), []);
  const keeps = call.body != null && hub.mayKeep("CALL", call.body.id);
  const own = hub.keptBodies("APPLICATION").filter((body) => !applied(call, body));
  return (
    <article className="hub-card">
      <div className="hub-card-head">
        <h2 ref={heading} tabIndex={-1} lang="it">
          {call.title}
        </h2>
        {!call.verified && <ToVerify />}
        {keeps && (
          <button
            type="button"
            className="btn btn-outline-primary btn-sm"
            aria-label={t("hub.editOf", { what: call.title })}
            onClick={() => onEdit(forms.call(call))}
          >
            {t("hub.edit")}
          </button>
        )}
      </div>
      <dl className="hub-facts">
        <Fact words={t("hub.field.issuer")}>{call.issuer}</Fact>
        {call.measure && <Fact words={t("hub.field.measure")}>{call.measure}</Fact>}
        <Fact words={t("hub.field.code")}>
          <code>{call.code}</code>
        </Fact>
        <Fact words={t("hub.column.state")}>{t(`hub.callState.${call.state}`)}</Fact>
        {call.opens && (
          <Fact words={t("hub.field.opens")}>
            <Day iso={call.opens} />
          </Fact>
        )}
        {call.deadline && (
          <Fact words={t("hub.field.deadline")}>
            <Day iso={call.deadline} />
          </Fact>
        )}
        {call.amount != null && (
          <Fact words={t("hub.field.amount")}>
            <Euro amount={call.amount} />
          </Fact>
        )}
        <Fact words={t("hub.field.recipients")}>{call.recipients.join(", ") || t("hub.nothing")}</Fact>
        {call.items.length > 0 && (
          <Fact words={t("hub.field.items")}>
            {call.items.map((code) => (
              <Link key={code} to={`/catalogo?cerca=${code}`} className="hub-code">
                {code}
              </Link>
            ))}
          </Fact>
        )}
        {call.requirements && <Fact words={t("hub.field.requirements")}>{call.requirements}</Fact>}
        {call.link && (
          <Fact words={t("hub.field.link")}>
            <a href={call.link} rel="noreferrer">
              {call.link}
            </a>
          </Fact>
        )}
        <Fact words={t("hub.field.source")}>{call.source}</Fact>
        <Fact words={t("hub.call.whoMay")}>
          {call.mayApply.map((body) => bodyTitle(body, t)).join(", ") || t("hub.nothing")}
        </Fact>
      </dl>
      <Applications {...{ call, hub, forms, onEdit }} />
      {own.length > 0 && (
        <p>
          <button
            type="button"
            className="btn btn-primary btn-sm"
            onClick={() => onEdit(forms.application(call, null))}
          >
            {t("hub.application.add")}
          </button>
        </p>
      )}
      <CallTouched {...{ call, hub, onChange }} />
    </article>
  );
}

function Fact({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd className="hub-words">{children}</dd>
    </div>
  );
}

interface ApplicationsProps extends Pick<Props, "hub" | "forms" | "onEdit"> {
  readonly call: Call;
}

function Applications({ call, hub, forms, onEdit }: ApplicationsProps) {
  const { t } = useTranslation();
  if (call.applications.length === 0) return <p>{t("hub.application.none")}</p>;
  return (
    <StackingTable<Application>
      caption={t("hub.application.caption")}
      rows={call.applications}
      keyOf={({ id }) => id}
      columns={[
        { key: "body", words: t("hub.column.body"), cell: ({ body }) => bodyTitle(body, t) },
        {
          key: "state",
          words: t("hub.column.state"),
          cell: ({ state }) => t(`hub.applicationState.${state}`),
        },
        {
          key: "amount",
          words: t("hub.column.amount"),
          cell: ({ amount }) => (amount == null ? t("hub.nothing") : <Euro amount={amount} />),
        },
        {
          key: "submitted",
          words: t("hub.field.submittedOn"),
          cell: ({ submittedOn }) => (submittedOn ? <Day iso={submittedOn} /> : t("hub.nothing")),
        },
        {
          key: "decided",
          words: t("hub.field.decidedOn"),
          cell: ({ decidedOn }) => (decidedOn ? <Day iso={decidedOn} /> : t("hub.nothing")),
        },
        { key: "note", words: t("hub.field.note"), cell: ({ note }) => <span lang="it">{note}</span> },
        {
          key: "edit",
          words: t("hub.column.change"),
          cell: (application) =>
            hub.mayKeep("APPLICATION", application.body.id) ? (
              <button
                type="button"
                className="btn btn-outline-primary btn-sm"
                aria-label={t("hub.application.editOf", { body: bodyTitle(application.body, t) })}
                onClick={() => onEdit(forms.application(call, application))}
              >
                {t("hub.edit")}
              </button>
            ) : (
              t("hub.nothing")
            ),
        },
      ]}
    />
  );
}
