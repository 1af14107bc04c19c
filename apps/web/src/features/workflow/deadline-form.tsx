import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PlanWorkflowFragment, SetBudgetDeadlineDocument } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  readonly plan: Pick<PlanWorkflowFragment, "id" | "budgetDeadline" | "deadlineReason">;
}

/** Notes that the term of the budget was put off, which puts off the plan's. */
export function DeadlineForm({ plan }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => setOpen(true)}>
        {t("workflow.deadline.change")}
      </button>
      {isOpen && (
        <Dialog title={t("workflow.deadline.title")} onClose={() => setOpen(false)}>
          {(close) => <Fields plan={plan} onDone={close} />}
        </Dialog>
      )}
    </>
  );
}

function Fields({ plan, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [set] = useMutation(SetBudgetDeadlineDocument);
  const labels = { day: t("workflow.deadline.day"), reason: t("workflow.deadline.reason") };
  const { onSubmit, faults, isSending } = useForm({
    fields: ["day", "reason"],
    required: [],
    place: ({ details }) =>
      details.field === "day" || details.field === "reason" ? { field: details.field } : null,
    send: async ({ day, reason }) => {
      await set({ variables: { id: plan.id, day: day || null, reason: reason || null } });
      onDone();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <p>{t("workflow.deadline.intro")}</p>
      <Field
        name="day"
        type="date"
        label={labels.day}
        hint={t("workflow.deadline.dayHint")}
        defaultValue={plan.budgetDeadline ?? ""}
        faults={faults}
      />
      <Field
        name="reason"
        label={labels.reason}
        defaultValue={plan.deadlineReason ?? ""}
        lang="it"
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onDone}>
        {t("workflow.deadline.save")}
      </FormAnswers>
    </Form>
  );
}
