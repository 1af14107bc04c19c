import { Router } from "express";
import type { DataSource } from "typeorm";
import { PageDesk } from "./answer/page-desk.tsx";
import { problemRoutes } from "./answer/problem-routes.tsx";
import { Turnstile } from "./answer/turnstile.ts";
import { costlyAtOnce, costlyWaiting } from "./limits.ts";
import { planRoutes } from "./plan/plan-routes.tsx";
import type { Portal } from "./portal.ts";
import { staticRoutes } from "./static/static-files.ts";

export interface PortalParts {
  readonly database: DataSource;
  /** The address that links begin with where they leave the portal, once it is known. */
  readonly site: () => string;
  /** Called with what went wrong where a page could not be made. */
  readonly onFault: (error: unknown) => void;
}

/** What everybody may read, without an account and without JavaScript: what was published, and nothing else. */
export function portalDoor({ database, site, onFault }: PortalParts): Router {
  const portal: Portal = {
    database,
    site,
    pages: new PageDesk(site),
    costly: new Turnstile(costlyAtOnce, costlyWaiting),
  };
  const router = Router();
  router.use(staticRoutes(), planRoutes(portal), problemRoutes(portal, onFault));
  return router;
}
