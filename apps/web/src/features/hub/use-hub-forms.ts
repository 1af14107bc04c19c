import { useApolloClient } from "@apollo/client/react";
import { applicationStates, bodyTypes, type HubRecordKind, recipientOf, serviceKinds } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import {
  type ApplicationState,
  type BodyNameFragment,
  type BodyType,
  type FundingCallFieldsFragment,
  type HubServiceFieldsFragment,
  type PurchaseFieldsFragment,
  RemoveHubRecordDocument,
  SaveAdhesionDocument,
  SaveCallApplicationDocument,
  SaveFundingCallDocument,
  SaveHubServiceDocument,
  SavePurchaseDocument,
  SaveServiceContractDocument,
  type ServiceContractFieldsFragment,
  type ServiceKind,
} from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import type { Hub } from "./hub-facts.ts";
import type { RecordField, RecordForm } from "./record-dialog.tsx";

type Adhesion = HubServiceFieldsFragment["adhesions"][number];
type Application = FundingCallFieldsFragment["applications"][number];

interface Known {
  readonly id: string;
  readonly revision: number;
}

const recipients = ["COMUNE", "PROVINCIA CITTA_METROPOLITANA", "COMUNE PROVINCIA CITTA_METROPOLITANA UNIONE"];

/** The forms of the hub's records: what each asks for, and how it is sent. */
export function useHubForms(hub: Hub) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useApolloClient();

  const field = (name: string, kind: RecordField["kind"], more: Partial<RecordField> = {}): RecordField => ({
    name,
    kind,
    label: t(`hub.field.${name}`),
    ...more,
  });
  const optional = (name: string, kind: RecordField["kind"], initial?: string | null): RecordField =>
    field(name, kind, { isOptional: true, ...(initial == null ? {} : { initial }) });
  const amount = (value: number | null | undefined) =>
    value == null ? undefined : value.toFixed(2).replace(".", language === "it" ? "," : ".");
  const bodyChoice = (bodies: readonly BodyNameFragment[], initial?: string): RecordField =>
    field("bodyId", "choice", {
      options: bodies.map((body) => ({ value: body.id, words: bodyTitle(body, t) })),
      ...(initial ? { initial } : {}),
    });
  const remover = (kind: HubRecordKind, known: Known | null) =>
    known &&
    (() => client.mutate({ mutation: RemoveHubRecordDocument, variables: { kind, ...knownOf(known) } }));

  return {
    service: (known: HubServiceFieldsFragment | null): RecordForm => ({
      title: t(known ? "hub.service.edit" : "hub.service.add"),
      fields: [
        bodyChoice(known ? [known.body] : hub.keptBodies("SERVICE")),
        field("code", "line", { hint: t("hub.codeHint"), ...initialOf(known?.code) }),
        field("kind", "choice", {
          options: serviceKinds.map((kind) => ({ value: kind, words: t(`hub.kind.${kind}`) })),
          ...initialOf(known?.kind),
        }),
        field("title", "line", initialOf(known?.title)),
        field("description", "area", initialOf(known?.description)),
      ],
      save: ({ bodyId, code, kind, title, description }) => {
        const service = { ...record(known), bodyId: bodyId!, code: code!, title: title! };
        return client.mutate({
          mutation: SaveHubServiceDocument,
          variables: { service: { ...service, kind: kind as ServiceKind, description: description! } },
        });
      },
      remove: remover("SERVICE", known),
    }),
    adhesion: (service: HubServiceFieldsFragment, known: Adhesion | null): RecordForm => ({
      title: t("hub.adhesion.record", { service: service.title }),
      fields: [
        bodyChoice(known ? [known.body] : hub.bodies.filter((body) => mayTake(service, body))),
        field("act", "line", initialOf(known?.act)),
        field("fromDay", "day", initialOf(known?.fromDay)),
        optional("untilDay", "day", known?.untilDay),
      ],
      save: ({ bodyId, act, fromDay, untilDay }) => {
        const adhesion = { ...record(known), serviceId: service.id, bodyId: bodyId!, act: act! };
        return client.mutate({
          mutation: SaveAdhesionDocument,
          variables: { adhesion: { ...adhesion, fromDay: fromDay!, untilDay: untilDay || null } },
        });
      },
      remove: remover("ADHESION", known),
    }),
    call: (known: FundingCallFieldsFragment | null): RecordForm => ({
      title: t(known ? "hub.call.edit" : "hub.call.add"),
      fields: [
        bodyChoice(known?.body ? [known.body] : hub.keptBodies("CALL")),
        field("code", "line", { hint: t("hub.codeHint"), ...initialOf(known?.code) }),
        field("title", "line", initialOf(known?.title)),
        field("issuer", "line", initialOf(known?.issuer)),
        field("recipients", "choice", {
          options: [
            ...recipients.map((words, index) => ({ value: words, words: t(`hub.recipients.${index}`) })),
            ...othersOf(known),
          ],
          ...initialOf(known && recipientsOf(known)),
        }),
        optional("amount", "number", amount(known?.amount)),
        optional("opens", "day", known?.opens),
        optional("deadline", "day", known?.deadline),
        { ...optional("items", "line", known?.items.join(", ")), hint: t("hub.itemsHint") },
        optional("requirements", "area", known?.requirements),
        optional("link", "line", known?.link),
        field("source", "line", { hint: t("hub.sourceHint"), ...initialOf(known?.source) }),
      ],
      save: (values) => {
        const { bodyId, code, title, issuer, source } = values;
        const call = { ...record(known), bodyId: bodyId!, code: code!, title: title!, issuer: issuer! };
        const rest = { amount: values.amount, opens: values.opens, deadline: values.deadline };
        const more = { requirements: values.requirements, link: values.link, source: source! };
        const items = values.items!.split(/[\s,;]+/).filter(Boolean);
        const kinds = values.recipients!.split(" ") as BodyType[];
        return client.mutate({
          mutation: SaveFundingCallDocument,
          variables: { call: { ...call, ...rest, ...more, items, recipients: kinds } },
        });
      },
      remove: remover("CALL", known),
    }),
    application: (call: FundingCallFieldsFragment, known: Application | null): RecordForm => ({
      title: t("hub.application.keep", { call: call.title }),
      fields: [
        bodyChoice(
          known ? [known.body] : hub.keptBodies("APPLICATION").filter((body) => !applied(call, body)),
        ),
        field("state", "choice", {
          options: applicationStates.map((state) => ({
            value: state,
            words: t(`hub.applicationState.${state}`),
          })),
          ...initialOf(known?.state),
        }),
        optional("amount", "number", amount(known?.amount)),
        optional("submittedOn", "day", known?.submittedOn),
        optional("decidedOn", "day", known?.decidedOn),
        optional("note", "area", known?.note),
      ],
      save: ({ bodyId, state, ...rest }) => {
        const application = { ...record(known), callId: call.id, bodyId: bodyId! };
        const { amount: asked, submittedOn, decidedOn, note } = rest;
        return client.mutate({
          mutation: SaveCallApplicationDocument,
          variables: {
            application: {
              ...{ ...application, state: state as ApplicationState },
              ...{ amount: asked, submittedOn, decidedOn, note },
            },
          },
        });
      },
      remove: remover("APPLICATION", known),
    }),
    purchase: (known: PurchaseFieldsFragment | null, year: number): RecordForm => ({
      title: t(known ? "hub.purchase.edit" : "hub.purchase.add"),
      fields: [
        bodyChoice(known ? [known.body] : hub.keptBodies("PURCHASE")),
        field("what", "line", initialOf(known?.what)),
        field("amount", "number", { hint: t("hub.amountHint"), ...initialOf(amount(known?.amount)) }),
        field("year", "number", { initial: String(known?.year ?? year) }),
        field("quarter", "choice", {
          options: ["1", "2", "3", "4"].map((value) => ({
            value,
            words: t("hub.quarter", { quarter: value }),
          })),
          ...initialOf(known && String(known.quarter)),
        }),
        optional("cpv", "line", known?.cpv),
      ],
      save: ({ bodyId, what, amount: cost, year: inYear, quarter, cpv }) =>
        client.mutate({
          mutation: SavePurchaseDocument,
          variables: {
            purchase: {
              ...{ ...record(known), bodyId: bodyId!, what: what!, amount: cost!, cpv: cpv || null },
              ...{ year: Number.parseInt(inYear!, 10) || 0, quarter: Number(quarter) },
            },
          },
        }),
      remove: remover("PURCHASE", known),
    }),
    contract: (known: ServiceContractFieldsFragment | null): RecordForm => ({
      title: t(known ? "hub.contract.edit" : "hub.contract.add"),
      fields: [
        bodyChoice(known ? [known.body] : hub.keptBodies("CONTRACT")),
        field("title", "line", initialOf(known?.title)),
        field("supplier", "line", initialOf(known?.supplier)),
        field("expires", "day", initialOf(known?.expires)),
        optional("indicators", "area", known?.indicators),
      ],
      save: ({ bodyId, title, supplier, expires, indicators }) => {
        const contract = { ...record(known), bodyId: bodyId!, title: title!, supplier: supplier! };
        return client.mutate({
          mutation: SaveServiceContractDocument,
          variables: { contract: { ...contract, expires: expires!, indicators: indicators || null } },
        });
      },
      remove: remover("CONTRACT", known),
    }),
  };
}

export type HubForms = ReturnType<typeof useHubForms>;

const knownOf = ({ id, revision }: Known) => ({ id, revision });
const record = (known: Known | null) => (known ? knownOf(known) : {});
const initialOf = (initial: string | null | undefined) => (initial == null ? {} : { initial });

/** Whether a body could still take a service: it is not who offers it, and has neither taken it nor asked for it. */
export function mayTake(service: HubServiceFieldsFragment, { id }: BodyNameFragment): boolean {
  return id !== service.body.id && !service.adhesions.some(({ body }) => body.id === id);
}

export function applied({ applications }: FundingCallFieldsFragment, { id }: BodyNameFragment): boolean {
  return applications.some(({ body }) => body.id === id);
}

/** The kinds of bodies that a call is for, as the form's choices write them. */
function recipientsOf(call: FundingCallFieldsFragment): string {
  const types = bodyTypes.filter((type) => call.recipients.includes(recipientOf[type]));
  return recipients.find((words) => sameWords(words, types)) ?? types.join(" ");
}

/** A call that is for others than the usual ones keeps them when it is changed. */
function othersOf(call: FundingCallFieldsFragment | null) {
  const value = call && recipientsOf(call);
  return !value || recipients.includes(value) ? [] : [{ value, words: call.recipients.join(", ") }];
}

function sameWords(words: string, others: readonly string[]): boolean {
  const own = words.split(" ");
  return own.length === others.length && own.every((word) => others.includes(word));
}
