import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NameVersionDocument } from "../../generated/graphql.ts";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useForm } from "../../ui/use-form.ts";
import { versionTitle } from "./version-words.ts";

/** Keeps the text as it is now under a name. */
export function NameVersionForm({ sectionId }: { readonly sectionId: string }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<string | null>(null);
  const [nameVersion] = useMutation(NameVersionDocument);
  const { onSubmit, faults, isSending } = useForm({
    fields: ["name"],
    required: ["name"],
    place: ({ details }) => (details.field === "name" ? { field: "name" } : null),
    send: async ({ name }, form) => {
      setKept(null);
      const { data } = await nameVersion({ variables: { id: sectionId, name } });
      form.reset();
      if (data) setKept(t("version.kept", { title: versionTitle(data.nameVersion, t) }));
    },
  });
  const labels = { name: t("version.name") };
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <Field name="name" label={labels.name} maxLength={120} lang="it" autoComplete="off" faults={faults} />
      <button type="submit" className="btn btn-primary btn-sm" aria-disabled={isSending}>
        {t("version.keep")}
      </button>
      <p role="status">{kept}</p>
    </Form>
  );
}
