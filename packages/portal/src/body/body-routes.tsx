import { Router } from "express";
import { readAsked } from "../asked/asked.ts";
import { readBodyKey } from "../asked/body-key.ts";
import { findBody, findPlansOfBody } from "../plan/find-plans.ts";
import type { Portal } from "../portal.ts";
import { BodyPage } from "./body-page.tsx";
import { readBodyFigures } from "./read-body-figures.ts";

export function bodyRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico/enti/:key", async (request, response, next) => {
    const key = readBodyKey(request.params.key);
    const body = key === null ? null : await findBody(portal.database, key);
    if (!body) return next();
    const plans = await findPlansOfBody(portal.database, body.id);
    const figures = await readBodyFigures(portal.database, body.id);
    await portal.pages.send(request, response, readAsked(request), {
      basis: [body, plans, figures],
      render: () => <BodyPage body={body} plans={plans} figures={figures} />,
    });
  });
  return router;
}
