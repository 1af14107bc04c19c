import { useMutation, useQuery } from "@apollo/client/react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation } from "react-router";
import { graphql } from "../../generated/gql.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageTitle } from "../../ui/page-title.tsx";

const Login = graphql(`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      expiresAt
    }
  }
`);

const DemoAccounts = graphql(`
  query DemoAccounts {
    demoAccounts {
      email
      name
      bodyName
      role
      password
    }
  }
`);

interface Props {
  readonly onLogin: () => void;
  readonly isSignedIn?: boolean;
}

/** Signing in; the demonstration offers its accounts. */
export function LoginPage({ onLogin, isSignedIn = false }: Props) {
  const { t } = useTranslation();
  const ids = { email: useId(), password: useId() };
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [login, { loading, error }] = useMutation(Login);
  const { data } = useQuery(DemoAccounts);
  const wanted = (useLocation().state as { wanted?: string } | null)?.wanted ?? "/";
  if (isSignedIn) return <Navigate to={wanted} replace />;

  const signIn = async (credentials: { email: string; password: string }) => {
    // A refusal is shown by `error` below.
    const { data: done } = await login({ variables: credentials, errorPolicy: "all" }).catch(() => ({
      data: null,
    }));
    if (done) onLogin();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn({ email, password });
  };

  return (
    <div className="login">
      <section className="card-plain">
        <PageTitle title={t("login.title")} />
        <form onSubmit={submit}>
          <label htmlFor={ids.email}>{t("login.email")}</label>
          <input
            id={ids.email}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <label htmlFor={ids.password}>{t("login.password")}</label>
          <input
            id={ids.password}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          {error && <ErrorNote error={error} />}
          <button type="submit" className="btn btn-primary" aria-disabled={loading}>
            {t("login.submit")}
          </button>
        </form>
      </section>
      {data && data.demoAccounts.length > 0 && (
        <section className="card-plain" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{t("login.demo")}</h2>
          <p>{t("login.demoHint")}</p>
          <ul className="plain-list">
            {data.demoAccounts.map((account) => (
              <li key={account.email}>
                <button type="button" className="account" onClick={() => void signIn(account)}>
                  <strong>{account.name}</strong>
                  <span>
                    {t(`role.${account.role}`)}, {account.bodyName}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
