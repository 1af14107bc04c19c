import { Router } from "express";
import { readAsked } from "../asked/asked.ts";
import { latestOnFront } from "../limits.ts";
import type { Portal } from "../portal.ts";
import { FrontPage } from "./front-page.tsx";
import { readLatest, readTerritories } from "./read-published.ts";

export function frontRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico", async (request, response) => {
    const latest = await readLatest(portal.database, latestOnFront);
    const territories = await readTerritories(portal.database);
    await portal.pages.send(request, response, readAsked(request), {
      basis: [latest, territories],
      render: () => <FrontPage latest={latest} territories={territories} />,
    });
  });
  return router;
}
