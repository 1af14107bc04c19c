import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useProblemSentence } from "../api/problem-sentence.ts";
import { MailPreferences } from "../features/notification/mail-preferences.tsx";
import { ChangePasswordForm } from "../features/session/change-password-form.tsx";
import { useMyself } from "../session/session.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { Notice } from "../ui/notice.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Trail } from "../ui/trail.tsx";

/** What the platform knows of me, my password, and the ways out. */
export function AccountPage() {
  const { t } = useTranslation();
  const { name, email, memberships } = useMyself();
  const title = useId();
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: t("account.title") }]} />
          <PageHeading title={t("account.title")} />
          <p>
            {name}, {email}
          </p>
        </div>
      </div>
      <div className="container-xxl account-page">
        <div className="account-page-side">
          <section aria-labelledby={title} className="form-panel">
            <h2 id={title}>{t("account.roles")}</h2>
            <ul>
              {memberships.map(({ id, role, body }) => (
                <li key={id}>
                  {t(`role.${role}`)}, {bodyTitle(body, t)}
                </li>
              ))}
            </ul>
          </section>
          <WaysOut />
          <ChangePasswordForm />
        </div>
        <MailPreferences />
      </div>
    </>
  );
}

function WaysOut() {
  const { t } = useTranslation();
  const title = useId();
  const sentence = useProblemSentence();
  const { signOut, isLeaving, problem } = useSignOut();
  return (
    <section aria-labelledby={title} className="form-panel">
      <h2 id={title}>{t("account.sessions")}</h2>
      <p>{t("account.sessionsIntro")}</p>
      {problem && (
        <Notice kind="danger" role="alert">
          {sentence(problem)}
        </Notice>
      )}
      <button
        type="button"
        className="btn btn-outline-primary"
        aria-disabled={isLeaving}
        onClick={() => void signOut("signedOutEverywhere")}
      >
        {t("account.everywhere")}
      </button>{" "}
      <button
        type="button"
        className="btn btn-primary"
        aria-disabled={isLeaving}
        onClick={() => void signOut("signedOut")}
      >
        {t("site.signOut")}
      </button>
    </section>
  );
}
