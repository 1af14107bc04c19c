import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { AmendPlanDocument } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { useForm } from "../../ui/use-form.ts";
import "./adoption.css";
import { FormAnswers } from "../../ui/form-answers.tsx";

export interface AmendableSection {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

interface Props {
  readonly planId: string;
  /** The number that the amendment will have, or has already. */
  readonly amendment: number;
  /** The body's own published sections. */
  readonly sections: readonly AmendableSection[];
  /** Ticked at first. */
  readonly chosen?: readonly string[];
  /** Given at first, for who comes from what asks for the change. */
  readonly reason?: string;
  readonly onClose: () => void;
}

/** Opens the next aggiornamento of a published plan: which sections it changes, and why. */
export function AmendDialog(props: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("adoption.amend.title", { number: props.amendment })} onClose={props.onClose}>
      {(close) => (
        <>
          <p>{t("adoption.amend.effect")}</p>
          <AmendForm {...props} onDone={close} />
        </>
      )}
    </Dialog>
  );
}

function AmendForm(props: Omit<Props, "onClose"> & { readonly onDone: () => void }) {
  const { planId, sections, chosen = [], reason: given = "", onDone } = props;
  const { t } = useTranslation();
  const [amend] = useMutation(AmendPlanDocument);
  const labels = { reason: t("adoption.amend.reason") };
  const { onSubmit, faults, isSending } = useForm({
    fields: ["reason"],
    required: ["reason"],
    place: ({ details }) => (details.field === "reason" ? { field: "reason" } : null),
    send: async ({ reason }, form) => {
      const sectionIds = new FormData(form).getAll("section").map(String);
      await amend({ variables: { id: planId, sectionIds, reason } });
      onDone();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <fieldset className="amend-sections">
        <legend>{t("adoption.amend.sections")}</legend>
        <p className="field-hint">{t("adoption.amend.sectionsHint")}</p>
        {sections.map(({ id, number, title }) => (
          <label key={id} className="amend-section">
            <input type="checkbox" name="section" value={id} defaultChecked={chosen.includes(id)} />
            <span lang="it">
              {number} {title}
            </span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        name="reason"
        label={labels.reason}
        rows={3}
        lang="it"
        defaultValue={given}
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onDone}>
        {t(isSending ? "adoption.sending" : "workflow.plan.AMEND.do")}
      </FormAnswers>
    </Form>
  );
}
