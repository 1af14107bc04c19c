import { Router } from "express";
import type { DataSource } from "typeorm";
import { aboutRoutes } from "./about/about-routes.tsx";
import { InFlight } from "./answer/in-flight.ts";
import { PageDesk } from "./answer/page-desk.tsx";
import { problemRoutes } from "./answer/problem-routes.tsx";
import { Turnstile } from "./answer/turnstile.ts";
import { bodyRoutes } from "./body/body-routes.tsx";
import { formerAddressRoutes } from "./body/former-address-routes.ts";
import { changesRoutes } from "./changes/changes-routes.tsx";
import { compareRoutes } from "./compare/compare-routes.tsx";
import { frontRoutes } from "./front/front-routes.tsx";
import { indicatorsRoutes } from "./indicators/indicators-routes.tsx";
import { costlyAtOnce, costlyWaiting, uploadsAtOnce } from "./limits.ts";
import { newsRoutes } from "./news/news-routes.ts";
import { sitemapRoutes } from "./news/sitemap-routes.ts";
import { openDataRoutes } from "./open-data/open-data-routes.tsx";
import { fileRoutes } from "./plan/file-routes.tsx";
import { planRoutes } from "./plan/plan-routes.tsx";
import type { Portal } from "./portal.ts";
import { remarkRoutes } from "./remark/remark-routes.tsx";
import { searchRoutes } from "./search/search-routes.tsx";
import { staticRoutes } from "./static/static-files.ts";
import { verifyRoutes } from "./verify/verify-routes.tsx";

export interface PortalParts {
  readonly database: DataSource;
  /** The address that links begin with where they leave the portal, once it is known. */
  readonly site: () => string;
  /** Called with what went wrong where a page could not be made. */
  readonly onFault: (error: unknown) => void;
}

/** Each feature brings its own addresses. */
const pages: readonly ((portal: Portal) => Router)[] = [
  (portal) => frontRoutes(portal),
  searchRoutes,
  bodyRoutes,
  planRoutes,
  fileRoutes,
  indicatorsRoutes,
  openDataRoutes,
  (portal) => remarkRoutes(portal),
  changesRoutes,
  compareRoutes,
  verifyRoutes,
  newsRoutes,
  (portal) => sitemapRoutes(portal),
  aboutRoutes,
  // The last: what nobody knows by this name today.
  formerAddressRoutes,
];

/** What everybody may read, without an account and without JavaScript: what was published, and nothing else. */
export function portalDoor({ database, site, onFault }: PortalParts): Router {
  const portal: Portal = {
    database,
    site,
    pages: new PageDesk(site),
    inFlight: new InFlight(),
    costly: new Turnstile(costlyAtOnce, costlyWaiting),
    uploads: new Turnstile(uploadsAtOnce, 0),
  };
  const router = Router();
  router.use(
    staticRoutes(),
    pages.map((routes) => routes(portal)),
    problemRoutes(portal, onFault),
  );
  return router;
}
