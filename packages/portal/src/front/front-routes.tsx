import { Router } from "express";
import { readAsked } from "../asked/asked.ts";
import { bodiesOnFront, latestOnFront } from "../limits.ts";
import type { Portal } from "../portal.ts";
import { FrontPage } from "./front-page.tsx";
import { readLatest, readTerritories } from "./read-published.ts";
import { otherBodies, TerritoryPage } from "./territory-page.tsx";

export function frontRoutes(portal: Portal, most = bodiesOnFront): Router {
  const router = Router();
  router.get("/pubblico", async (request, response) => {
    const latest = await readLatest(portal.database, latestOnFront);
    const territories = await readTerritories(portal.database, { most });
    await portal.pages.send(request, response, readAsked(request), {
      basis: [latest, territories],
      render: () => <FrontPage latest={latest} territories={territories} />,
    });
  });

  router.get("/pubblico/territori/:sign", async (request, response, next) => {
    const { sign } = request.params;
    if (sign !== otherBodies && !/^[A-Z]{2}$/.test(sign)) return next();
    const [territory] = await readTerritories(portal.database, { sign: sign === otherBodies ? "" : sign });
    if (!territory) return next();
    await portal.pages.send(request, response, readAsked(request), {
      basis: territory,
      render: () => <TerritoryPage territory={territory} />,
    });
  });
  return router;
}
