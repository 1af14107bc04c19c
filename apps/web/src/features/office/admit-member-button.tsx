import { useMutation } from "@apollo/client/react";
import { type ComponentType, useState } from "react";
import { useTranslation } from "react-i18next";
import { AdmitMemberDocument, type OfficeFragment } from "../../generated/graphql.ts";
import { dayInItaly } from "../../i18n/day-in-italy.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { type FormFault, useForm } from "../../ui/use-form.ts";
import { faultPlace } from "./fault-place.ts";

export interface BodyFieldProps {
  readonly name: string;
  readonly label: string;
  readonly faults: readonly FormFault[];
}

interface Props {
  readonly office: OfficeFragment;
  /** The field in which any body of Italy is searched. */
  readonly bodyField: ComponentType<BodyFieldProps>;
}

/** Writes down that a body takes part in the office. */
export function AdmitMemberButton(props: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => setOpen(true)}>
        {t("office.admit.open")}
      </button>
      {isOpen && (
        <Dialog title={t("office.admit.title")} onClose={() => setOpen(false)}>
          {(close) => <Fields {...props} onStop={close} />}
        </Dialog>
      )}
    </>
  );
}

const fields = ["bodyId", "joinedOn"] as const;

function Fields({ office, bodyField: BodyField, onStop }: Props & { readonly onStop: () => void }) {
  const { t } = useTranslation();
  const [admit] = useMutation(AdmitMemberDocument);
  const labels = { bodyId: t("office.admit.body"), joinedOn: t("office.admit.day") };
  const { onSubmit, faults, isSending } = useForm({
    fields,
    required: fields,
    place: (problem) => {
      if (problem.code === "ALREADY_EXISTS") return { field: "bodyId", sentence: t("office.admit.taken") };
      if (problem.code === "BODY_ENDED") return { field: "bodyId" };
      if (problem.details.fault === "BEFORE_START") {
        return { field: "joinedOn", sentence: t("office.admit.tooEarly") };
      }
      return faultPlace(problem, fields);
    },
    send: async ({ bodyId, joinedOn }) => {
      await admit({ variables: { officeId: office.id, bodyId, joinedOn } });
      onStop();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <p>{t("office.admit.intro")}</p>
      <BodyField name="bodyId" label={labels.bodyId} faults={faults} />
      <Field
        name="joinedOn"
        type="date"
        label={labels.joinedOn}
        min={office.conventionDate}
        max={dayInItaly(new Date())}
        defaultValue={dayInItaly(new Date())}
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onStop}>
        {t("office.admit.do")}
      </FormAnswers>
    </Form>
  );
}
