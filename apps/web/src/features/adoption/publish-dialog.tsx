import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { PublishPlanDocument } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  readonly planId: string;
  readonly onClose: () => void;
}

/** Asks before an adopted plan goes online, from where it is not taken back. */
export function PublishDialog({ planId, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("workflow.plan.PUBLISH.question")} onClose={onClose}>
      {(close) => <PublishForm planId={planId} onDone={close} />}
    </Dialog>
  );
}

function PublishForm({ planId, onDone }: { readonly planId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [publish] = useMutation(PublishPlanDocument);
  const { onSubmit, faults, isSending } = useForm({
    fields: [],
    required: [],
    send: async () => {
      await publish({ variables: { id: planId } });
      onDone();
    },
  });
  return (
    <Form onSubmit={onSubmit} faults={faults} labels={{}}>
      <p>{t("adoption.publish.effect")}</p>
      <FormAnswers isSending={isSending} onCancel={onDone}>
        {t(isSending ? "adoption.sending" : "workflow.plan.PUBLISH.do")}
      </FormAnswers>
    </Form>
  );
}
