import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  type HubServiceFieldsFragment,
  type HubServicesQuery,
  RemoveHubRecordDocument,
  RequestAdhesionDocument,
} from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Day } from "../../ui/day.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import type { Hub, OnHubChange } from "./hub-facts.ts";
import type { RecordForm } from "./record-dialog.tsx";
import { type HubForms, mayTake } from "./use-hub-forms.ts";

type Adhesion = HubServiceFieldsFragment["adhesions"][number];

interface Props {
  readonly hub: Hub;
  readonly forms: HubForms;
  readonly data: HubServicesQuery;
  readonly onEdit: (form: RecordForm) => void;
  readonly onChange: OnHubChange;
}

/** What the Province offers, who takes it by which act, and which objectives rest on it. */
export function ServicesPanel({ hub, forms, data, onEdit, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {hub.keptBodies("SERVICE").length > 0 && (
        <p>
          <button type="button" className="btn btn-primary" onClick={() => onEdit(forms.service(null))}>
            {t("hub.service.add")}
          </button>
        </p>
      )}
      {data.hubServices.length === 0 && <Notice kind="info">{t("hub.service.none")}</Notice>}
      {data.hubServices.map((service) => (
        <Service
          key={service.id}
          {...{ hub, forms, service, onEdit, onChange }}
          objectives={data.hubObjectives.filter((objective) => objective.service === service.code)}
          published={data.hubPublishedObjectives.filter((objective) => objective.service === service.code)}
        />
      ))}
    </>
  );
}

interface ServiceProps extends Omit<Props, "data"> {
  readonly service: HubServiceFieldsFragment;
  readonly objectives: HubServicesQuery["hubObjectives"];
  readonly published: HubServicesQuery["hubPublishedObjectives"];
}

function Service({ hub, forms, service, objectives, published, onEdit, onChange }: ServiceProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const keeps = hub.mayKeep("SERVICE", service.body.id);
  const count = objectives.length + published.length;
  return (
    <article className="hub-card">
      <div className="hub-card-head">
        <h2 lang="it">{service.title}</h2>
        {keeps && (
          <button
            type="button"
            className="btn btn-outline-primary btn-sm"
            aria-label={t("hub.editOf", { what: service.title })}
            onClick={() => onEdit(forms.service(service))}
          >
            {t("hub.edit")}
          </button>
        )}
      </div>
      <p className="hub-card-facts">
        {t(`hub.kind.${service.kind}`)} · {bodyTitle(service.body, t)} · <code>{service.code}</code>
      </p>
      <p lang="it" className="hub-words">
        {service.description}
      </p>
      {service.adhesions.length > 0 ? (
        <StackingTable<Adhesion>
          caption={t("hub.adhesion.caption", { service: service.title })}
          rows={service.adhesions}
          keyOf={({ id }) => id}
          columns={[
            { key: "body", words: t("hub.column.body"), cell: ({ body }) => bodyTitle(body, t) },
            {
              key: "act",
              words: t("hub.column.act"),
              cell: ({ act }) => (act ? <span lang="it">{act}</span> : t("hub.adhesion.asked")),
            },
            {
              key: "from",
              words: t("hub.column.from"),
              cell: ({ fromDay }) => (fromDay ? <Day iso={fromDay} /> : t("hub.nothing")),
            },
            {
              key: "until",
              words: t("hub.column.until"),
              cell: ({ untilDay }) => (untilDay ? <Day iso={untilDay} /> : t("hub.nothing")),
            },
            ...(keeps
              ? [
                  {
                    key: "edit",
                    words: t("hub.column.change"),
                    cell: (adhesion: Adhesion) => (
                      <button
                        type="button"
                        className="btn btn-outline-primary btn-sm"
                        aria-label={t("hub.adhesion.editOf", { body: bodyTitle(adhesion.body, t) })}
                        onClick={() => onEdit(forms.adhesion(service, adhesion))}
                      >
                        {t("hub.edit")}
                      </button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <p>{t("hub.adhesion.none")}</p>
      )}
      <div className="hub-buttons">
        {keeps && hub.bodies.some((body) => mayTake(service, body)) && (
          <button
            type="button"
            className="btn btn-outline-primary btn-sm"
            onClick={() => onEdit(forms.adhesion(service, null))}
          >
            {t("hub.adhesion.add")}
          </button>
        )}
        {hub
          .keptBodies("ADHESION_REQUEST")
          .filter((body) => mayTake(service, body))
          .map((body) => (
            <DoButton
              key={body.id}
              words={t("hub.adhesion.ask", { body: bodyTitle(body, t) })}
              done={t("hub.adhesion.sent")}
              look="btn-primary"
              work={() => {
                const variables = { serviceId: service.id, bodyId: body.id };
                return client.mutate({ mutation: RequestAdhesionDocument, variables });
              }}
              onChange={onChange}
            />
          ))}
        {service.adhesions
          .filter(({ act, body }) => act == null && hub.mayKeep("ADHESION_REQUEST", body.id))
          .map(({ id, revision, body }) => (
            <DoButton
              key={id}
              words={t("hub.adhesion.withdraw", { body: bodyTitle(body, t) })}
              done={t("hub.adhesion.withdrawn")}
              look="btn-outline-primary"
              work={() => {
                const variables = { kind: "ADHESION_REQUEST" as const, id, revision };
                return client.mutate({ mutation: RemoveHubRecordDocument, variables });
              }}
              onChange={onChange}
            />
          ))}
      </div>
      <h3>{count === 0 ? t("hub.noObjectives") : t("hub.objectives", { count })}</h3>
      <ul>
        {objectives.map(({ id, title, section }) => (
          <li key={id} lang="it">
            <Link to={`/sezioni/${section.id}`}>{title}</Link> ({section.ownerName})
          </li>
        ))}
        {published.map(({ id, title, body, firstYear, path }) => (
          <li key={id}>
            <a href={path} lang="it">
              {title}
            </a>{" "}
            ({bodyTitle(body, t)}, {t("hub.inPublished", { years: `${firstYear}–${firstYear + 2}` })})
          </li>
        ))}
      </ul>
    </article>
  );
}

interface DoProps extends Pick<Props, "onChange"> {
  readonly words: string;
  /** What is said when it is done. */
  readonly done: string;
  readonly look: "btn-primary" | "btn-outline-primary";
  readonly work: () => Promise<unknown>;
}

/** A button that does something at once, and says beside it why it was refused. */
function DoButton({ words, done, look, work, onChange }: DoProps) {
  const sentence = useProblemSentence();
  const [problem, setProblem] = useState<string | null>(null);
  const act = async () => {
    setProblem(null);
    try {
      await work();
      onChange(done);
    } catch (error) {
      setProblem(sentence(problemOf(error)));
    }
  };
  return (
    <div>
      <button type="button" className={`btn btn-sm ${look}`} onClick={() => void act()}>
        {words}
      </button>
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </div>
  );
}
