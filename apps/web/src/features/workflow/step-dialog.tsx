import { useTranslation } from "react-i18next";
import type { Action } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  /** Italian bends the words after what moves. */
  readonly of: "section" | "plan";
  readonly action: Action;
  readonly needsReason: boolean;
  /** What whoever takes the step should know before. */
  readonly notice?: string | null;
  readonly onStep: (reason: string | null) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before a step, with the reason where somebody will ask for it. What was written stays when the server refuses. */
export function StepDialog({ of, action, needsReason, notice, onStep, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t(`workflow.${of}.${action}.question`)} onClose={onClose}>
      {(close) => (
        <>
          <p>{t(`workflow.${of}.${action}.effect`)}</p>
          {notice && <p className="workflow-notice">{notice}</p>}
          <ReasonForm {...{ of, action, needsReason, onStep }} onDone={close} />
        </>
      )}
    </Dialog>
  );
}

function ReasonForm({
  of,
  action,
  needsReason,
  onStep,
  onDone,
}: Pick<Props, "of" | "action" | "needsReason" | "onStep"> & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const label = t(needsReason ? "workflow.reason" : "workflow.note");
  const { onSubmit, faults, isSending } = useForm({
    fields: ["reason"],
    required: needsReason ? ["reason"] : [],
    place: ({ code, details }) =>
      details.field === "reason" || code === "REASON_NEEDED" ? { field: "reason" } : null,
    send: async ({ reason }) => {
      await onStep(reason.trim() || null);
      onDone();
    },
  });
  return (
    <Form onSubmit={onSubmit} faults={faults} labels={{ reason: label }}>
      <TextAreaField name="reason" label={label} rows={4} lang="it" faults={faults} />
      <FormAnswers isSending={isSending} onCancel={onDone}>
        {isSending ? t("workflow.sending") : t(`workflow.${of}.${action}.do`)}
      </FormAnswers>
    </Form>
  );
}
