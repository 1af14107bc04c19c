import type { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { BrowserRouter, Route, Routes } from "react-router";
import { Layout } from "./layout/layout.tsx";
import { AccountPage } from "./pages/account-page.tsx";
import { AuditPage } from "./pages/audit-page.tsx";
import { CalendarPage } from "./pages/calendar-page.tsx";
import { CataloguePage } from "./pages/catalogue-page.tsx";
import { ComparisonRoute } from "./pages/comparison-route.tsx";
import { DeskPage } from "./pages/desk-page.tsx";
import { ExportsPage } from "./pages/exports-page.tsx";
import { HubPage } from "./pages/hub-page.tsx";
import { ImportRoute } from "./pages/import-route.tsx";
import { LoginPage } from "./pages/login-page.tsx";
import { MeasuresRoute } from "./pages/measures-route.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import { NotificationsPage } from "./pages/notifications-page.tsx";
import { OutboxPage } from "./pages/outbox-page.tsx";
import { PeoplePage } from "./pages/people-page.tsx";
import { PlanPage } from "./pages/plan-page.tsx";
import { RegisterPage } from "./pages/register-page.tsx";
import { RemarksPage } from "./pages/remarks-page.tsx";
import { ReviewPage } from "./pages/review-page.tsx";
import { SectionPage } from "./pages/section-page.tsx";
import { StrategyPage } from "./pages/strategy-page.tsx";
import { BodyOverviewRoute, TerritoryRoute } from "./pages/territory-routes.tsx";
import { RequireSession } from "./session/require-session.tsx";
import { SessionProvider } from "./session/session-provider.tsx";
import { ErrorBoundary } from "./ui/error-boundary.tsx";

interface Props {
  readonly client: ApolloClient;
}

/** The web client: which page stands at which address. */
export function App({ client }: Props) {
  return (
    <ErrorBoundary>
      <ApolloProvider client={client}>
        <BrowserRouter>
          <SessionProvider>
            <Routes>
              <Route element={<Layout />}>
                <Route path="accesso" element={<LoginPage />} />
                <Route element={<RequireSession />}>
                  <Route index element={<DeskPage />} />
                  <Route path="piani/:id" element={<PlanPage />} />
                  <Route path="piani/:id/importa" element={<ImportRoute into="plan" />} />
                  <Route path="sezioni/:id/importa" element={<ImportRoute into="section" />} />
                  <Route path="sezioni/:id" element={<SectionPage />} />
                  <Route path="sezioni/:id/confronto" element={<ComparisonRoute />} />
                  <Route path="territorio" element={<TerritoryRoute />} />
                  <Route path="enti/:id/andamento" element={<BodyOverviewRoute />} />
                  <Route path="enti/:id/persone" element={<PeoplePage />} />
                  <Route path="enti/:id/registro" element={<RegisterPage />} />
                  <Route path="polo" element={<HubPage />} />
                  <Route path="calendario" element={<CalendarPage />} />
                  <Route path="misure/:bodyId" element={<MeasuresRoute />} />
                  <Route path="osservazioni/:bodyId" element={<RemarksPage />} />
                  <Route path="avvisi" element={<NotificationsPage />} />
                  <Route path="posta" element={<OutboxPage />} />
                  <Route path="revisione" element={<ReviewPage />} />
                  <Route path="controllo" element={<AuditPage />} />
                  <Route path="catalogo" element={<CataloguePage />} />
                  <Route path="piano-triennale" element={<StrategyPage />} />
                  <Route path="miei-file" element={<ExportsPage />} />
                  <Route path="profilo" element={<AccountPage />} />
                </Route>
                <Route path="*" element={<NotFoundPage />} />
              </Route>
            </Routes>
          </SessionProvider>
        </BrowserRouter>
      </ApolloProvider>
    </ErrorBoundary>
  );
}
