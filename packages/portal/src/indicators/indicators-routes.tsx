import { Router } from "express";
import { isKnown, tagOf } from "../answer/entity-tag.ts";
import { readAsked } from "../asked/asked.ts";
import { askedPlan } from "../plan/plan-routes.tsx";
import { inForce } from "../plan/published-plan.ts";
import type { Portal } from "../portal.ts";
import { indicatorsCsv } from "./indicators-csv.ts";
import { IndicatorsPage } from "./indicators-page.tsx";
import { readObjectives } from "./read-objectives.ts";

export function indicatorsRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico/enti/:key/:year/indicatori", async (request, response, next) => {
    const plan = await askedPlan(portal, request.params);
    if (!plan) return next();
    const objectives = await readObjectives(portal.database, [inForce(plan).id]);
    await portal.pages.send(request, response, readAsked(request), {
      basis: [plan, objectives],
      render: () => <IndicatorsPage plan={plan} objectives={objectives} />,
    });
  });

  router.get("/pubblico/enti/:key/:year/indicatori.csv", async (request, response, next) => {
    const plan = await askedPlan(portal, request.params);
    if (!plan) return next();
    const { words, language } = readAsked(request);
    const objectives = await readObjectives(portal.database, [inForce(plan).id]);
    const tag = tagOf([plan, objectives, language]);
    response.set({
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="indicatori-${plan.body.istatCode ?? plan.body.id}-${plan.firstYear}.csv"`,
      "Cache-Control": "public, max-age=60, stale-while-revalidate=600",
      ETag: `"${tag}"`,
    });
    response.vary("Accept-Language");
    if (isKnown(request, tag)) response.status(304).end();
    else response.send(indicatorsCsv(plan, objectives, words));
  });
  return router;
}
