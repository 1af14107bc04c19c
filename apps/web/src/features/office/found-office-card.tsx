import { useMutation } from "@apollo/client/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type BodyNameFragment, DeskDocument, FoundOfficeDocument } from "../../generated/graphql.ts";
import { dayInItaly } from "../../i18n/day-in-italy.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { faultPlace } from "./fault-place.ts";

interface Props {
  /** The bodies for which I may found an office; at least one. */
  readonly bodies: readonly BodyNameFragment[];
  readonly onFound: (officeId: string) => void;
}

/** A Province that leads no office yet founds one. */
export function FoundOfficeCard(props: Props) {
  const { t } = useTranslation();
  const title = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="aside-card" aria-labelledby={title}>
      <h2 className="aside-card-title" id={title}>
        {t("office.found.card")}
      </h2>
      <p>{t("office.found.intro")}</p>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => setOpen(true)}>
        {t("office.found.open")}
      </button>
      {isOpen && (
        <Dialog title={t("office.found.title")} onClose={() => setOpen(false)}>
          {(close) => <Fields {...props} onStop={close} />}
        </Dialog>
      )}
    </section>
  );
}

const fields = ["leadBodyId", "name", "conventionAct", "conventionDate"] as const;

function Fields({ bodies, onFound, onStop }: Props & { readonly onStop: () => void }) {
  const { t } = useTranslation();
  const [found] = useMutation(FoundOfficeDocument, {
    refetchQueries: [DeskDocument],
    awaitRefetchQueries: true,
  });
  const labels = {
    leadBodyId: t("office.found.leadBody"),
    name: t("office.found.name"),
    conventionAct: t("office.found.act"),
    conventionDate: t("office.found.day"),
  };
  const { onSubmit, faults, isSending } = useForm({
    fields,
    required: ["name", "conventionAct", "conventionDate"],
    place: (problem) => faultPlace(problem, fields),
    send: async ({ leadBodyId, ...convention }) => {
      const { data } = await found({
        variables: { ...convention, leadBodyId: leadBodyId || bodies[0]!.id },
      });
      onStop();
      onFound(data!.foundOffice.id);
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      {bodies.length > 1 && (
        <SelectField
          name="leadBodyId"
          label={labels.leadBodyId}
          options={bodies.map((body) => ({ value: body.id, words: bodyTitle(body, t) }))}
          faults={faults}
        />
      )}
      <Field name="name" label={labels.name} maxLength={200} lang="it" faults={faults} />
      <Field
        name="conventionAct"
        label={labels.conventionAct}
        hint={t("office.found.actHint")}
        maxLength={200}
        lang="it"
        faults={faults}
      />
      <Field
        name="conventionDate"
        type="date"
        label={labels.conventionDate}
        max={dayInItaly(new Date())}
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onStop}>
        {t("office.found.do")}
      </FormAnswers>
    </Form>
  );
}
