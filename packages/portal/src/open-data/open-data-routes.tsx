import { readAmendmentKey } from "@upiao/domain";
import { type Request, type Response, Router } from "express";
import { tagOf } from "../answer/entity-tag.ts";
import { readAsked } from "../asked/asked.ts";
import { readObjectives } from "../indicators/read-objectives.ts";
import { adoptionOf, askedPlan, type PlanParams } from "../plan/plan-routes.tsx";
import { inForce, type PublishedAdoption, type PublishedPlan } from "../plan/published-plan.ts";
import { readContents } from "../plan/read-content.ts";
import type { Portal } from "../portal.ts";
import { catalogueStatements, readCatalogueFacts } from "./catalogue.ts";
import { dataFiles } from "./data-files.ts";
import { readFilter } from "./data-filter.ts";
import { planTable } from "./data-tables.ts";
import { dataPath, schemaPath } from "./licence.ts";
import { OpenDataPage } from "./open-data-page.tsx";
import { planData, readWords } from "./plan-data.ts";
import { planSchema } from "./plan-schema.ts";
import { readAllPlans, readDataState } from "./read-all-plans.ts";
import { once, sendData } from "./send-data.ts";
import type { Statement } from "./statement.ts";
import { writeCsv } from "./write-csv.ts";
import { writeJsonLd } from "./write-json-ld.ts";
import { writeTurtle } from "./write-turtle.ts";

const csv = "text/csv; charset=utf-8; header=present";
const json = "application/json; charset=utf-8";

/** What is published, as data: of a plan, of all plans, and of the data themselves. */
export function openDataRoutes(portal: Portal): Router {
  const router = Router();
  router.get(dataPath, async (request, response) => {
    await portal.pages.send(request, response, readAsked(request), {
      basis: null,
      render: () => <OpenDataPage />,
    });
  });

  for (const { key, table, hasObjectives } of dataFiles) {
    router.get(`${dataPath}/${key}.csv`, async (request, response, next) => {
      const filter = readFilter(readAsked(request));
      if (!filter) return next();
      const site = portal.site();
      await sendData(request, response, {
        ...{ mediaType: csv, name: `${key}.csv` },
        tag: tagOf([site, key, filter, await readDataState(portal, filter)]),
        chunks: () => writeCsv(table, readAllPlans(portal, filter, { hasObjectives }), site),
      });
    });
  }

  router.get(schemaPath, async (request, response) => {
    const text = spell(planSchema(portal.site()));
    const mediaType = "application/schema+json; charset=utf-8";
    await sendData(request, response, { mediaType, tag: tagOf(text), chunks: () => once(text) });
  });

  const ofPlan = ["/pubblico/enti/:key/:year", "/pubblico/enti/:key/:year/:version"];
  router.get(
    ofPlan.map((path) => `${path}/dati.json`),
    async (request, response, next) => {
      const asked = await askedVersion(portal, request.params as unknown as VersionParams);
      if (!asked) return next();
      await sendPlan(portal, request, response, asked, json, "json");
    },
  );
  router.get(
    ofPlan.map((path) => `${path}/dati.csv`),
    async (request, response, next) => {
      const asked = await askedVersion(portal, request.params as unknown as VersionParams);
      if (!asked) return next();
      await sendPlan(portal, request, response, asked, csv, "csv");
    },
  );

  const catalogues = {
    "/pubblico/catalogo.jsonld": { mediaType: "application/ld+json; charset=utf-8", write: writeJsonLd },
    "/pubblico/catalogo.ttl": { mediaType: "text/turtle; charset=utf-8", write: writeTurtle },
  } satisfies Record<
    string,
    { mediaType: string; write(of: readonly Statement[]): string | Promise<string> }
  >;
  for (const [path, { mediaType, write }] of Object.entries(catalogues)) {
    router.get(path, async (request, response) => {
      const statements = catalogueStatements(await readCatalogueFacts(portal.database), portal.site());
      const text = await write(statements);
      await sendData(request, response, { mediaType, tag: tagOf(text), chunks: () => once(text) });
    });
  }
  return router;
}

interface VersionParams extends PlanParams {
  /** Absent: in force. */
  readonly version?: string;
}

interface AskedVersion {
  readonly plan: PublishedPlan;
  readonly adoption: PublishedAdoption;
}

async function askedVersion(portal: Portal, params: VersionParams): Promise<AskedVersion | null> {
  const amendment = params.version === undefined ? null : readAmendmentKey(params.version);
  if (params.version !== undefined && amendment === null) return null;
  const plan = await askedPlan(portal, params);
  const adoption = plan && (amendment === null ? inForce(plan) : adoptionOf(plan, amendment));
  return plan && adoption && { plan, adoption };
}

async function sendPlan(
  portal: Portal,
  request: Request,
  response: Response,
  { plan, adoption }: AskedVersion,
  mediaType: string,
  format: "json" | "csv",
): Promise<void> {
  const { database } = portal;
  const site = portal.site();
  const objectives = await readObjectives(database, [adoption.id]);
  const { body, firstYear } = plan;
  const version = adoption.amendment === 0 ? "" : `-aggiornamento-${adoption.amendment}`;
  await sendData(request, response, {
    ...{ mediaType, name: `dati-${body.istatCode ?? body.id}-${firstYear}${version}.${format}` },
    tag: tagOf([site, format, plan, adoption.id, objectives]),
    async *chunks() {
      if (format === "csv") {
        yield* writeCsv(planTable, of([{ plan, objectives }]), site);
        return;
      }
      const [[content], words] = await Promise.all([
        readContents(database, [adoption.id]),
        readWords(database, adoption.id),
      ]);
      yield spell(planData({ plan, adoption, content: content!, words, objectives }, site));
    },
  });
}

async function* of<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}

function spell(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
