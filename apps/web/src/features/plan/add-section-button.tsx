import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddablePartsDocument, type AddablePartsQuery, AddSectionDocument } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  readonly planId: string;
}

/** Gives an open plan a section for a part that has none; where all have one there is nothing to press. */
export function AddSectionButton({ planId }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(AddablePartsDocument, {
    variables: { planId },
    fetchPolicy: "cache-and-network",
  });
  const parts = data?.addableParts ?? [];
  if (parts.length === 0) return null;
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => setOpen(true)}>
        {t("plan.addSection.open")}
      </button>
      {isOpen && (
        <Dialog title={t("plan.addSection.title")} onClose={() => setOpen(false)}>
          {(close) => <Fields planId={planId} parts={parts} onDone={close} />}
        </Dialog>
      )}
    </>
  );
}

interface FieldsProps extends Props {
  readonly parts: AddablePartsQuery["addableParts"];
  readonly onDone: () => void;
}

function Fields({ planId, parts, onDone }: FieldsProps) {
  const { t } = useTranslation();
  const [add] = useMutation(AddSectionDocument, { refetchQueries: [AddablePartsDocument] });
  const labels = { code: t("plan.addSection.part") };
  const { onSubmit, faults, isSending } = useForm({
    fields: ["code"],
    required: ["code"],
    send: async ({ code }) => {
      await add({ variables: { planId, code } });
      onDone();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <SelectField
        name="code"
        label={labels.code}
        options={parts.map(({ code, title }) => ({
          value: code,
          words: /^\d/.test(code) ? `${code} ${title}` : title,
        }))}
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onDone}>
        {t("plan.addSection.do")}
      </FormAnswers>
    </Form>
  );
}
