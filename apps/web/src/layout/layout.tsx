import { Skiplink, SkiplinkItem } from "design-react-kit";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useMatch } from "react-router";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { useTopOfPage } from "./use-top-of-page.ts";

const contentId = "contenuto";

/** What stands around every page. Around a section as little as can be: the screen is for its text. */
export function Layout() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isCompact = useMatch("/sezioni/:id") !== null;
  useTopOfPage();
  return (
    <>
      <Skiplink>
        <SkiplinkItem href={`#${contentId}`}>{t("site.skip")}</SkiplinkItem>
      </Skiplink>
      <SiteHeader isCompact={isCompact} />
      <OfflineBanner />
      <main id={contentId} tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      {!isCompact && <SiteFooter />}
    </>
  );
}
