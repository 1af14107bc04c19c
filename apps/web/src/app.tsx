import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { LoginPage } from "./features/login/login-page.tsx";
import { useMe } from "./session/use-me.ts";
import { ErrorNote } from "./ui/error-note.tsx";
import { Layout } from "./ui/layout.tsx";
import { NotFoundPage } from "./ui/not-found-page.tsx";

const AccountPage = lazy(() => import("./features/account/account-page.tsx"));
const DeskPage = lazy(() => import("./features/desk/desk-page.tsx"));
const PeoplePage = lazy(() => import("./features/people/people-page.tsx"));
const PlanPage = lazy(() => import("./features/plan/plan-page.tsx"));
const SectionPage = lazy(() => import("./features/section/section-page.tsx"));

/** The pages, for who has signed in; who has not is asked to, and comes back to the page wanted. */
export function App() {
  const { t } = useTranslation();
  const { me, error, refetch } = useMe();
  const { pathname } = useLocation();

  if (me === undefined) {
    return (
      <Layout me={null}>{error ? <ErrorNote error={error} /> : <p role="status">{t("wait")}</p>}</Layout>
    );
  }
  if (me === null) {
    return (
      <Layout me={null}>
        {pathname === "/accesso" ? (
          <LoginPage onLogin={() => void refetch()} />
        ) : (
          <Navigate to="/accesso" replace state={{ wanted: pathname }} />
        )}
      </Layout>
    );
  }
  return (
    <Layout me={me}>
      <Suspense fallback={<p role="status">{t("wait")}</p>}>
        <Routes>
          <Route path="/" element={<DeskPage me={me} />} />
          <Route path="/accesso" element={<LoginPage onLogin={() => void refetch()} isSignedIn />} />
          <Route path="/piani/:planId" element={<PlanPage />} />
          <Route path="/sezioni/:sectionId" element={<SectionPage me={me} />} />
          <Route path="/enti/:bodyId/persone" element={<PeoplePage me={me} />} />
          <Route path="/profilo" element={<AccountPage me={me} />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Layout>
  );
}
