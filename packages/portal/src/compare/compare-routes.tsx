import { Router } from "express";
import { readAsked } from "../asked/asked.ts";
import { readPlanKey, readPlanName } from "../asked/body-key.ts";
import { readLatest } from "../front/read-published.ts";
import { readObjectives } from "../indicators/read-objectives.ts";
import { findPlan, findPlanByName } from "../plan/find-plans.ts";
import { inForce, type PublishedPlan } from "../plan/published-plan.ts";
import { readContents } from "../plan/read-content.ts";
import type { Portal } from "../portal.ts";
import { ComparePage } from "./compare-page.tsx";

const suggested = 100;
const longestName = 120;

export function compareRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico/confronta", async (request, response) => {
    const asked = readAsked(request);
    const names = [
      asked.parameter("a").slice(0, longestName),
      asked.parameter("b").slice(0, longestName),
    ] as const;
    const [a, b] = [await named(portal, names[0]), await named(portal, names[1])];
    const latest = await readLatest(portal.database, suggested);
    const ids = [a, b].flatMap((plan) => (plan ? [inForce(plan).id] : []));
    const objectives = a && b ? await readObjectives(portal.database, ids) : [];
    await portal.pages.send(request, response, asked, {
      basis: [names, a, b, latest, objectives],
      address: `/pubblico/confronta?${new URLSearchParams({ a: names[0], b: names[1] })}`,
      async render() {
        const contents = a && b ? await readContents(portal.database, ids) : [];
        const pair = a && b && { plans: [a, b] as const, contents, objectives };
        const missing = names.filter((name, index) => name !== "" && ![a, b][index]);
        return <ComparePage {...{ names, missing, latest, pair }} />;
      },
    });
  });
  return router;
}

async function named(portal: Portal, name: string): Promise<PublishedPlan | null> {
  const asked = readPlanKey(name);
  if (asked) return findPlan(portal.database, asked.key, asked.year);
  const called = readPlanName(name);
  return called && (await findPlanByName(portal.database, called.name, called.year));
}
