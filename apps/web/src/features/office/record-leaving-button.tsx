import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type BodyNameFragment, DeskDocument, RecordLeavingDocument } from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  readonly officeId: string;
  /** The members whose leaving I may write down; at least one. */
  readonly bodies: readonly BodyNameFragment[];
}

/** Writes down that a body has left the office. */
export function RecordLeavingButton(props: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => setOpen(true)}>
        {t("office.leave.open")}
      </button>
      {isOpen && (
        <Dialog title={t("office.leave.title")} onClose={() => setOpen(false)}>
          {(close) => <Fields {...props} onStop={close} />}
        </Dialog>
      )}
    </>
  );
}

function Fields({ officeId, bodies, onStop }: Props & { readonly onStop: () => void }) {
  const { t } = useTranslation();
  const [leave] = useMutation(RecordLeavingDocument, { refetchQueries: [DeskDocument] });
  const labels = { bodyId: t("office.leave.body") };
  const { onSubmit, faults, isSending } = useForm({
    fields: ["bodyId"],
    required: ["bodyId"],
    place: ({ code }) =>
      code === "NOT_FOUND" ? { field: "bodyId", sentence: t("office.leave.gone") } : null,
    send: async ({ bodyId }) => {
      await leave({ variables: { officeId, bodyId } });
      onStop();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <p>{t("office.leave.intro")}</p>
      <SelectField
        name="bodyId"
        label={labels.bodyId}
        options={[
          { value: "", words: t("office.leave.choose") },
          ...bodies.map((body) => ({ value: body.id, words: bodyTitle(body, t) })),
        ]}
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onStop}>
        {t("office.leave.do")}
      </FormAnswers>
    </Form>
  );
}
