import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation } from "react-router";
import { DemoAccounts } from "../features/session/demo-accounts.tsx";
import { fillIn } from "../features/session/fill-in.ts";
import { SignInForm } from "../features/session/sign-in-form.tsx";
import { returnPath } from "../session/return-path.ts";
import { useSession } from "../session/session.ts";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";

/** Where one signs in, and from where one goes on to the page that was wanted. */
export function LoginPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { user, ending } = useSession();
  const form = useRef<HTMLDivElement>(null);
  if (user) return <Navigate to={returnPath(search)} replace />;
  return (
    <div className="container-xxl login-page">
      <div className="login-form" ref={form}>
        <PageHeading title={t("login.title")} />
        {ending && (
          <Notice kind={ending === "expired" ? "warning" : "success"} role="status">
            {t(`login.ending.${ending}`)}
          </Notice>
        )}
        <p>{t("login.intro")}</p>
        <SignInForm />
      </div>
      <DemoAccounts onChoose={({ email, password }) => fillIn(form.current, { email, password })} />
    </div>
  );
}
