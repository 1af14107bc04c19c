import { Router } from "express";
import { readAsked } from "../asked/asked.ts";
import { latestOnHome } from "../limits.ts";
import type { Portal } from "../portal.ts";
import { HomePage } from "./home-page.tsx";
import { readLatest, readTerritories } from "./read-home.ts";

export function homeRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico", async (request, response) => {
    const latest = await readLatest(portal.database, latestOnHome);
    const territories = await readTerritories(portal.database);
    await portal.pages.send(request, response, readAsked(request), {
      basis: [latest, territories],
      render: () => <HomePage latest={latest} territories={territories} />,
    });
  });
  return router;
}
