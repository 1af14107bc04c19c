import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { type FormFault, useForm } from "../../ui/use-form.ts";

export interface RecordField {
  readonly name: string;
  readonly label: string;
  readonly kind: "line" | "area" | "day" | "number" | "choice";
  readonly initial?: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly options?: readonly { readonly value: string; readonly words: string }[];
}

/** A record of the hub as a form asks for it. */
export interface RecordForm {
  readonly title: string;
  readonly fields: readonly RecordField[];
  readonly save: (values: Record<string, string>) => Promise<unknown>;
  /** Null: it is new, or not this person's to remove. */
  readonly remove: (() => Promise<unknown>) | null;
}

interface Props {
  readonly form: RecordForm;
  /** It was saved or removed, or somebody else was first: what the page shows has changed. */
  readonly onChange: (words: string | null) => void;
  readonly onClose: () => void;
}

/** A record of the hub, new or changed. */
export function RecordDialog({ form, onChange, onClose }: Props) {
  return (
    <Dialog title={form.title} onClose={onClose}>
      {(close) => <Fields form={form} onChange={onChange} onDone={close} />}
    </Dialog>
  );
}

interface FieldsProps extends Omit<Props, "onClose"> {
  readonly onDone: () => void;
}

function Fields({ form, onChange, onDone }: FieldsProps) {
  const { t } = useTranslation();
  const { fields } = form;
  const finish = (words: string) => {
    onChange(words);
    onDone();
  };
  const { onSubmit, faults, isSending } = useForm<string>({
    fields: [...fields.map(({ name }) => name), removal],
    required: fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
    place: ({ code, details: { field } }) => {
      if (code === "ALREADY_EXISTS" && fields.some(({ name }) => name === "code")) return { field: "code" };
      // Behind the dialog the page shows how it stands now.
      if (code === "CHANGED_MEANWHILE") onChange(null);
      return fields.some(({ name }) => name === field) ? { field: String(field) } : null;
    },
    send: async (values) => {
      if (values[removal] === "on" && form.remove) {
        await form.remove();
        finish(t("hub.removed"));
      } else {
        await form.save(values);
        finish(t("hub.saved"));
      }
    },
  });
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  return (
    <Form {...{ onSubmit, faults, labels }}>
      {fields.map((field) => (
        <Control key={field.name} field={field} faults={faults} />
      ))}
      {form.remove && (
        <p>
          <label>
            <input type="checkbox" name={removal} /> {t("hub.remove")}
          </label>
        </p>
      )}
      <FormAnswers isSending={isSending} onCancel={onDone}>
        {t("hub.save")}
      </FormAnswers>
    </Form>
  );
}

/** The box by which the record goes away instead of being saved. */
const removal = "removal";

function Control({ field, faults }: { readonly field: RecordField; readonly faults: readonly FormFault[] }) {
  const { name, label, kind, initial, hint, options = [] } = field;
  const common = { name, label, faults, ...(hint === undefined ? {} : { hint }) };
  if (kind === "choice") return <SelectField {...common} options={options} defaultValue={initial} />;
  if (kind === "area") return <TextAreaField {...common} rows={4} lang="it" defaultValue={initial} />;
  const type = { line: "text", day: "date", number: "text" }[kind];
  return (
    <Field
      {...common}
      type={type}
      defaultValue={initial}
      {...(kind === "line" ? { lang: "it" } : {})}
      {...(kind === "number" ? { inputMode: "decimal" as const } : {})}
    />
  );
}
