import { useMutation } from "@apollo/client/react";
import { type FormEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../generated/gql.ts";
import type { Me } from "../../session/use-me.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageTitle } from "../../ui/page-title.tsx";

const Logout = graphql(`
  mutation Logout {
    logout
  }
`);
const LogoutEverywhere = graphql(`
  mutation LogoutEverywhere {
    logoutEverywhere
  }
`);
const ChangePassword = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`);

/** Signing out, here or everywhere, and changing the password. */
export default function AccountPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const ids = { current: useId(), next: useId() };
  const [logout, one] = useMutation(Logout);
  const [logoutEverywhere, all] = useMutation(LogoutEverywhere);
  const [changePassword, change] = useMutation(ChangePassword);
  const error = one.error ?? all.error ?? change.error;

  // A fresh page: nothing of this person stays in memory.
  const leave = async (end: () => Promise<{ data?: unknown }>) => {
    const { data } = await end().catch(() => ({ data: null }));
    if (data) location.assign("/accesso");
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const variables = { current: String(form.get("current")), next: String(form.get("next")) };
    void leave(() => changePassword({ variables }));
  };

  return (
    <>
      <PageTitle title={t("account.title")}>
        <p>
          {me.name} · {me.email}
        </p>
      </PageTitle>
      {error && <ErrorNote error={error} />}
      <div className="account-parts">
        <section className="card-plain" aria-labelledby="sign-out">
          <h2 id="sign-out">{t("account.signOut")}</h2>
          <button type="button" className="btn btn-primary" onClick={() => void leave(logout)}>
            {t("account.here")}
          </button>{" "}
          <button
            type="button"
            className="btn btn-outline-primary"
            onClick={() => void leave(logoutEverywhere)}
          >
            {t("account.everywhere")}
          </button>
        </section>
        <section className="card-plain" aria-labelledby="password">
          <h2 id="password">{t("account.password")}</h2>
          <p>{t("account.passwordHint")}</p>
          <form onSubmit={submit}>
            <label htmlFor={ids.current}>{t("account.current")}</label>
            <input id={ids.current} name="current" type="password" autoComplete="current-password" required />
            <label htmlFor={ids.next}>{t("account.next")}</label>
            <input
              id={ids.next}
              name="next"
              type="password"
              autoComplete="new-password"
              required
              minLength={10}
            />
            <button type="submit" className="btn btn-primary" aria-disabled={change.loading}>
              {t("account.change")}
            </button>
          </form>
        </section>
      </div>
    </>
  );
}
