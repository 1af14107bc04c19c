import { readAmendmentKey } from "@upiao/domain";
import { type Request, type Response, Router } from "express";
import { sendFile } from "../answer/send-file.ts";
import { readAsked } from "../asked/asked.ts";
import { Problem } from "../layout/problem.tsx";
import type { Portal } from "../portal.ts";
import { type FileFormat, fileFormats, isFileFormat } from "./formats.ts";
import { adoptionPath } from "./plan-names.ts";
import { adoptionOf, askedPlan, type PlanParams } from "./plan-routes.tsx";
import { inForce, type PublishedAdoption, type PublishedPlan } from "./published-plan.ts";
import { readBytes } from "./read-content.ts";
import { readActFile, readFileFacts, readPublishedFile } from "./read-file.ts";

interface FileParams extends PlanParams {
  readonly version?: string;
}

interface Named {
  readonly plan: PublishedPlan;
  readonly adoption: PublishedAdoption;
  /** The address is that of one adoption, and not of what is in force. */
  readonly isForGood: boolean;
}

/** What can be downloaded of a plan, byte by byte as it was published. */
export function fileRoutes(portal: Portal): Router {
  const router = Router();
  const plan = "/pubblico/enti/:key/:year{/:version}";

  router.get(`${plan}/piano.json`, async (request, response, next) => {
    const named = await askedAdoption(portal, request.params);
    if (!named) return next();
    const { adoption, isForGood } = named;
    await sendFile(request, response, {
      ...{
        sha256: adoption.sha256,
        size: adoption.contentSize,
        mediaType: "application/json; charset=utf-8",
      },
      ...{ name: fileName(named, "json"), isShown: true, isForGood },
      read: async () => (await readBytes(portal.database, [adoption.id]))[0]!,
    });
  });

  router.get(`${plan}/piano.:format`, async (request, response, next) => {
    const { format } = request.params;
    const named = isFileFormat(format) ? await askedAdoption(portal, request.params) : null;
    if (!named || !isFileFormat(format)) return next();
    await sendPlanFile(portal, request, response, named, format);
  });

  router.get(`${plan}/atto`, async (request, response, next) => {
    const named = await askedAdoption(portal, request.params);
    if (!named) return next();
    const { facts, read } = await readActFile(portal.database, named.adoption.id);
    await sendFile(request, response, { ...facts, isShown: false, isForGood: named.isForGood, read });
  });
  return router;
}

async function askedAdoption(portal: Portal, params: FileParams): Promise<Named | null> {
  const amendment = params.version === undefined ? null : readAmendmentKey(params.version);
  if (params.version !== undefined && amendment === null) return null;
  const plan = await askedPlan(portal, params);
  if (!plan) return null;
  const adoption = amendment === null ? inForce(plan) : adoptionOf(plan, amendment);
  return adoption && { plan, adoption, isForGood: amendment !== null };
}

async function sendPlanFile(
  portal: Portal,
  request: Request,
  response: Response,
  named: Named,
  format: FileFormat,
): Promise<void> {
  const { adoption, isForGood } = named;
  const facts = await readFileFacts(portal.database, adoption.id, format);
  if (facts) {
    await sendFile(request, response, {
      ...{ ...facts, mediaType: fileFormats[format], name: fileName(named, format) },
      ...{ isShown: format === "pdf", isForGood },
      read: () => readPublishedFile(portal.database, adoption.id, format),
    });
    return;
  }
  const asked = readAsked(request);
  const { fileComingTitle, fileComing, backToPlan } = asked.words.problem;
  const way = { name: backToPlan, path: adoptionPath(named.plan, adoption) };
  await portal.pages.send(request, response, asked, {
    ...{ basis: [way], status: 404 },
    render: () => <Problem title={fileComingTitle} sentence={fileComing} way={way} />,
  });
}

function fileName({ plan, adoption }: Named, ending: string): string {
  const amendment = adoption.amendment === 0 ? "" : `-aggiornamento-${adoption.amendment}`;
  return `piao-${plan.body.istatCode ?? plan.body.id}-${plan.firstYear}${amendment}.${ending}`;
}
