import { useMutation } from "@apollo/client/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../api/problem.ts";
import { ChangePasswordDocument } from "../../generated/graphql.ts";
import { useMyself, useSession } from "../../session/session.ts";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { useForm } from "../../ui/use-form.ts";

/** Changes my password; all my sessions end with the old one. */
export function ChangePasswordForm() {
  const { t } = useTranslation();
  const title = useId();
  const { email } = useMyself();
  const { leave } = useSession();
  const [changePassword] = useMutation(ChangePasswordDocument);
  const { onSubmit, faults, isSending } = useForm({
    fields: ["current", "next"],
    required: ["current", "next"],
    place: (problem) => placeOf(problem, t("account.wrongCurrent")),
    send: (variables) => leave("passwordChanged", () => changePassword({ variables })),
  });
  const labels = { current: t("field.current"), next: t("field.next") };
  return (
    <section aria-labelledby={title} className="form-panel">
      <h2 id={title}>{t("account.password")}</h2>
      <p>{t("account.passwordIntro")}</p>
      <Form {...{ onSubmit, faults, labels }}>
        {/* For the browser's own password store, which asks whose password this is. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordField
          name="current"
          label={labels.current}
          autoComplete="current-password"
          faults={faults}
        />
        <PasswordField name="next" label={labels.next} autoComplete="new-password" faults={faults} />
        <button type="submit" className="btn btn-primary" aria-disabled={isSending}>
          {t("account.passwordSubmit")}
        </button>
      </Form>
    </section>
  );
}

function placeOf({ code }: Problem, wrongCurrent: string) {
  if (code === "WRONG_CREDENTIALS") return { field: "current", sentence: wrongCurrent } as const;
  return code.startsWith("PASSWORD_") ? ({ field: "next" } as const) : null;
}
