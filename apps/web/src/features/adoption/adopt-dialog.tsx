import { useMutation } from "@apollo/client/react";
import { type ActKind, actKindsOf, actKindWords, type BodyType } from "@upiao/domain";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { sendActFile } from "../../api/send-act-file.ts";
import { AdoptPlanDocument } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  readonly planId: string;
  readonly bodyType: BodyType;
  readonly onClose: () => void;
}

/** Adopts a plan by its act: which one it is, and its file. */
export function AdoptDialog({ planId, bodyType, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("adoption.adopt.title")} onClose={onClose}>
      {(close) => (
        <>
          <p>{t("adoption.adopt.effect")}</p>
          <ActForm {...{ planId, bodyType }} onDone={close} />
        </>
      )}
    </Dialog>
  );
}

const fields = ["kind", "number", "day", "file"] as const;
type ActField = (typeof fields)[number];

function ActForm({ planId, bodyType, onDone }: Omit<Props, "onClose"> & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [adopt] = useMutation(AdoptPlanDocument);
  const sent = useRef<{ readonly file: File; readonly id: string } | null>(null);
  const labels = Object.fromEntries(fields.map((name) => [name, t(`adoption.act.${name}`)])) as Record<
    ActField,
    string
  >;
  const { onSubmit, faults, isSending } = useForm({
    fields,
    required: fields,
    place: ({ code, details }) => {
      if (code === "TOO_COMPLEX") return { field: "file", sentence: t("adoption.act.tooLarge") };
      const field = fields.find((name) => name === details.field);
      return field ? { field } : null;
    },
    send: async ({ kind, number, day }, form) => {
      const file = new FormData(form).get("file") as File;
      // What was refused for its number is not sent a second time over a poor line.
      if (sent.current?.file !== file) sent.current = { file, id: await sendActFile(planId, file) };
      const act = { kind: kind as ActKind, number, day, fileId: sent.current.id };
      await adopt({ variables: { id: planId, act } });
      onDone();
    },
  });
  const kinds = actKindsOf(bodyType).map((kind) => ({ value: kind, words: actKindWords[kind][language] }));
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <SelectField name="kind" label={labels.kind} options={kinds} faults={faults} />
      <Field name="number" label={labels.number} hint={t("adoption.act.numberHint")} faults={faults} />
      <Field name="day" type="date" label={labels.day} faults={faults} />
      <Field
        name="file"
        type="file"
        accept=".pdf,.p7m,application/pdf,application/pkcs7-mime"
        label={labels.file}
        hint={t("adoption.act.fileHint")}
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onDone}>
        {t(isSending ? "adoption.sending" : "workflow.plan.ADOPT.do")}
      </FormAnswers>
    </Form>
  );
}
