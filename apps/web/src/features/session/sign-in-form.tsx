import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { SignInDocument } from "../../generated/graphql.ts";
import { useSession } from "../../session/session.ts";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { useForm } from "../../ui/use-form.ts";

/** Address and password. */
export function SignInForm() {
  const { t } = useTranslation();
  const { begin } = useSession();
  const [signIn] = useMutation(SignInDocument, { fetchPolicy: "no-cache" });
  const { onSubmit, faults, isSending } = useForm({
    fields: ["email", "password"],
    required: ["email", "password"],
    send: async (variables) => {
      await signIn({ variables });
      await begin();
    },
  });
  const labels = { email: t("field.email"), password: t("field.password") };
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <Field
        name="email"
        type="email"
        label={labels.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        faults={faults}
      />
      <PasswordField
        name="password"
        label={labels.password}
        autoComplete="current-password"
        faults={faults}
      />
      <button type="submit" className="btn btn-primary" aria-disabled={isSending}>
        {t(isSending ? "login.submitting" : "login.submit")}
      </button>
    </Form>
  );
}
