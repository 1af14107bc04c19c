import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { AnnulAdoptionDocument } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  readonly planId: string;
  readonly onClose: () => void;
}

/** Takes back an adoption whose act was written down wrong, as long as nobody outside has read it. */
export function AnnulDialog({ planId, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("workflow.plan.ANNUL.question")} onClose={onClose}>
      {(close) => (
        <>
          <p>{t("workflow.plan.ANNUL.effect")}</p>
          <AnnulForm planId={planId} onDone={close} />
        </>
      )}
    </Dialog>
  );
}

function AnnulForm({ planId, onDone }: { readonly planId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [annul] = useMutation(AnnulAdoptionDocument);
  const labels = { reason: t("adoption.annul.reason") };
  const { onSubmit, faults, isSending } = useForm({
    fields: ["reason"],
    required: ["reason"],
    place: ({ details }) => (details.field === "reason" ? { field: "reason" } : null),
    send: async ({ reason }) => {
      await annul({ variables: { id: planId, reason } });
      onDone();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <TextAreaField
        name="reason"
        label={labels.reason}
        hint={t("adoption.annul.reasonHint")}
        rows={3}
        lang="it"
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onDone} cancelWords={t("adoption.annul.keep")}>
        {t(isSending ? "adoption.sending" : "workflow.plan.ANNUL.do")}
      </FormAnswers>
    </Form>
  );
}
