import { publicPlanPath } from "@upiao/domain";
import { Router } from "express";
import { readAsked } from "../asked/asked.ts";
import { adoptionOf, askedPlan } from "../plan/plan-routes.tsx";
import type { PublishedAdoption, PublishedPlan } from "../plan/published-plan.ts";
import { readContents } from "../plan/read-content.ts";
import type { Portal } from "../portal.ts";
import { ChangesPage } from "./changes-page.tsx";
import { comparePlans } from "./compare-plans.ts";

export function changesRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico/enti/:key/:year/confronto", async (request, response, next) => {
    const plan = await askedPlan(portal, request.params);
    if (!plan) return next();
    const asked = readAsked(request);
    const pair = askedPair(plan, asked.parameter("da"), asked.parameter("a"));
    if (!pair) return next();
    const [before, after] = pair;
    await portal.pages.send(request, response, asked, {
      basis: [plan, before.id, after.id],
      address: `${publicPlanPath(plan.body, plan.firstYear)}/confronto?da=${before.amendment}&a=${after.amendment}`,
      render: () =>
        portal.costly.pass(async () => {
          const [old, now] = await readContents(portal.database, [before.id, after.id]);
          return <ChangesPage {...{ plan, before, after }} changes={comparePlans(old!, now!)} />;
        }),
    });
  });
  return router;
}

/** The two adoptions that the address names; without, the last two. */
function askedPair(
  plan: PublishedPlan,
  from: string,
  to: string,
): readonly [PublishedAdoption, PublishedAdoption] | null {
  const named = (text: string, otherwise: number) => {
    if (text === "") return plan.adoptions.at(otherwise) ?? plan.adoptions[0]!;
    return /^\d{1,4}$/.test(text) ? adoptionOf(plan, Number(text)) : null;
  };
  const [before, after] = [named(from, -2), named(to, -1)];
  return before && after && [before, after];
}
