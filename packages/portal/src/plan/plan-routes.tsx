import { readAmendmentKey } from "@upiao/domain";
import { type Response, Router } from "express";
import { readAsked } from "../asked/asked.ts";
import type { Asking } from "../asked/asking.ts";
import { readBodyKey, readYear } from "../asked/body-key.ts";
import type { Portal } from "../portal.ts";
import { findPlan } from "./find-plans.ts";
import { PlanPage } from "./plan-page.tsx";
import { inForce, type PublishedAdoption, type PublishedPlan } from "./published-plan.ts";
import { readContents } from "./read-content.ts";

/** What addresses of a plan name. */
export interface PlanParams {
  readonly key: string;
  readonly year: string;
}

/** The pages of plans, in force and as they were adopted. */
export function planRoutes(portal: Portal): Router {
  const router = Router();
  const send = (
    request: Asking,
    response: Response,
    plan: PublishedPlan,
    adoption: PublishedAdoption,
    isOwnAddress: boolean,
  ) =>
    portal.pages.send(request, response, readAsked(request), {
      basis: plan,
      async render() {
        const [content] = await readContents(portal.database, [adoption.id]);
        return <PlanPage plan={plan} adoption={adoption} content={content!} isOwnAddress={isOwnAddress} />;
      },
    });

  router.get("/pubblico/enti/:key/:year", async (request, response, next) => {
    const plan = await askedPlan(portal, request.params);
    if (!plan) return next();
    await send(request, response, plan, inForce(plan), false);
  });
  router.get("/pubblico/enti/:key/:year/:version", async (request, response, next) => {
    const amendment = readAmendmentKey(request.params.version);
    if (amendment === null) return next();
    const plan = await askedPlan(portal, request.params);
    const adoption = plan && adoptionOf(plan, amendment);
    if (!adoption) return next();
    await send(request, response, plan, adoption, true);
  });
  return router;
}

/** The plan that an address names, or null: nothing of it is published, or there is none. */
export async function askedPlan(portal: Portal, params: PlanParams): Promise<PublishedPlan | null> {
  const [key, year] = [readBodyKey(params.key), readYear(params.year)];
  if (key === null || year === null) return null;
  return portal.inFlight.join(`${key}/${year}`, () => findPlan(portal.database, key, year));
}

export function adoptionOf(plan: PublishedPlan, amendment: number): PublishedAdoption | null {
  return plan.adoptions.find((adoption) => adoption.amendment === amendment) ?? null;
}
