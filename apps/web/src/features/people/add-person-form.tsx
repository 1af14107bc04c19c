import { useMutation } from "@apollo/client/react";
import { type Competence, competences, type Role, roles } from "@upiao/domain";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../api/problem.ts";
import { AddPersonDocument, BodyPeopleDocument } from "../../generated/graphql.ts";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useForm } from "../../ui/use-form.ts";

const fields = ["name", "email", "role", "competence", "password"] as const;

/** A new person of a body, or one more role for somebody who is there already. */
export function AddPersonForm({ bodyId }: { readonly bodyId: string }) {
  const { t } = useTranslation();
  const title = useId();
  const [added, setAdded] = useState<string | null>(null);
  const [role, setRole] = useState<Role>(roles[0]);
  const [addPerson] = useMutation(AddPersonDocument, {
    refetchQueries: [BodyPeopleDocument],
    awaitRefetchQueries: true,
  });
  const { onSubmit, faults, isSending } = useForm({
    fields,
    required: ["name", "email", "role"],
    place: (problem) => placeOf(problem, t("people.exists")),
    send: async ({ name, email, competence, password }, form) => {
      setAdded(null);
      const chosen = (competence || null) as Competence | null;
      const variables = { bodyId, name, email, role, competence: chosen, password: password || null };
      const { data } = await addPerson({ variables });
      form.reset();
      setRole(roles[0]);
      if (data)
        setAdded(t("people.added", { name: data.addPerson.name, role: t(`role.${data.addPerson.role}`) }));
    },
  });
  const labels = {
    name: t("field.name"),
    email: t("field.email"),
    role: t("field.role"),
    competence: t("field.competence"),
    password: t("field.firstPassword"),
  };
  return (
    <section aria-labelledby={title} className="form-panel">
      <h2 id={title}>{t("people.add")}</h2>
      <p>{t("people.addIntro")}</p>
      <Form {...{ onSubmit, faults, labels }}>
        <Field name="name" label={labels.name} autoComplete="off" faults={faults} />
        <Field name="email" type="email" label={labels.email} autoComplete="off" faults={faults} />
        <SelectField
          name="role"
          label={labels.role}
          options={roles.map((role) => ({ value: role, words: t(`role.${role}`) }))}
          onChoose={(value) => setRole(value as Role)}
          faults={faults}
        />
        {role === "AUDITOR" && (
          <SelectField
            name="competence"
            label={labels.competence}
            hint={t("people.competenceHint")}
            options={[
              { value: "", words: t("people.noCompetence") },
              ...competences.map((one) => ({ value: one, words: t(`review.competence.${one}`) })),
            ]}
            faults={faults}
          />
        )}
        <PasswordField
          name="password"
          label={labels.password}
          hint={t("people.passwordHint")}
          autoComplete="new-password"
          faults={faults}
        />
        <button type="submit" className="btn btn-primary" aria-disabled={isSending}>
          {t("people.submit")}
        </button>
      </Form>
      <div role="status">{added && <Notice kind="success">{added}</Notice>}</div>
    </section>
  );
}

function placeOf({ code, details }: Problem, exists: string) {
  if (code === "ALREADY_EXISTS") return { field: "role", sentence: exists } as const;
  if (code.startsWith("PASSWORD_")) return { field: "password" } as const;
  const field = fields.find((name) => name === details.field);
  return field ? { field } : null;
}
