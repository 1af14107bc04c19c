import { readInstallationSecret } from "@upiao/db";
import { publicPlanPath, readRemark } from "@upiao/domain";
import { type Request, type Response, Router } from "express";
import { type Asked, readAsked } from "../asked/asked.ts";
import { askedPlan } from "../plan/plan-routes.tsx";
import { inForce, type PublishedPlan } from "../plan/published-plan.ts";
import type { Portal } from "../portal.ts";
import { AddressCounter } from "./address-counter.ts";
import { issueToken, readToken } from "./form-token.ts";
import { readForm } from "./read-form.ts";
import { RemarkPage, ThanksPage, type Typed } from "./remark-page.tsx";
import type { RemarkFormFault } from "./remark-words.ts";
import { type RemarkedPlan, readRemarkedPlan, readRemarks, takeRemark } from "./remarks-of-plan.ts";

const address = "/pubblico/enti/:key/:year/osservazioni";
const empty: Typed = { part: "", text: "", name: "" };

/** What citizens say of a plan: without an account, and read by the body before anybody else reads it. */
export function remarkRoutes(portal: Portal, now: () => number = Date.now): Router {
  const { database } = portal;
  const counter = new AddressCounter();
  let secret: Promise<Buffer> | null = null;
  const readSecret = () => {
    secret ??= readInstallationSecret(database, "remark form").catch((error: unknown) => {
      secret = null;
      throw error;
    });
    return secret;
  };

  const show = async (
    { request, response, asked, plan }: Visit,
    remarked: RemarkedPlan,
    rejected: { readonly fault: RemarkFormFault; readonly typed: Typed; readonly token?: string } | null,
  ) => {
    const page = /^[1-9]\d{0,3}$/.test(asked.parameter("pagina")) ? Number(asked.parameter("pagina")) : 1;
    const remarks = await readRemarks(database, remarked.id, page);
    // What was sent too soon may be sent again as it is.
    const token = rejected?.token ?? issueToken(await readSecret(), remarked.id, now());
    await portal.pages.send(request, response, asked, {
      ...{ basis: null, isFresh: true, status: rejected ? statusOf(rejected.fault) : 200 },
      ...(page > 1 && { address: `${asked.path}?pagina=${page}` }),
      render: () => (
        <RemarkPage
          {...{ plan, parts: remarked.parts, remarks, page, token }}
          {...{ typed: rejected?.typed ?? empty, fault: rejected?.fault ?? null }}
        />
      ),
    });
  };

  const router = Router();
  router.get(address, async (request, response, next) => {
    const plan = await askedPlan(portal, request.params);
    if (!plan) return next();
    const visit = { request, response, asked: readAsked(request), plan };
    await show(visit, await readRemarkedPlan(database, inForce(plan).id), null);
  });

  router.get(`${address}/grazie`, async (request, response, next) => {
    const plan = await askedPlan(portal, request.params);
    if (!plan) return next();
    const { body, firstYear } = plan;
    await portal.pages.send(request, response, readAsked(request), {
      basis: [body, firstYear],
      render: () => <ThanksPage plan={plan} />,
    });
  });

  router.post(address, async (request, response, next) => {
    const plan = await askedPlan(portal, request.params);
    if (!plan) return next();
    const visit = { request, response, asked: readAsked(request), plan };
    const remarked = await readRemarkedPlan(database, inForce(plan).id);
    const field = await readForm(request, response);
    if (!field) return show(visit, remarked, { fault: "NO_FORM", typed: empty });
    const typed = { part: field("parte"), text: field("testo"), name: field("nome") };
    if (!counter.takes(request.ip ?? "")) return show(visit, remarked, { fault: "TOO_MANY", typed });
    const known = readToken(await readSecret(), remarked.id, field("modulo"), now());
    if ("fault" in known) {
      const token = known.fault === "TOO_SOON" ? { token: field("modulo") } : {};
      return show(visit, remarked, { fault: known.fault, typed, ...token });
    }
    const written = readRemark(typed.text, typed.name);
    if ("fault" in written) {
      return show(visit, remarked, { fault: written.fault, typed, token: field("modulo") });
    }
    // Who has filled in what nobody sees is told nothing else than everybody.
    const isTaken =
      field("sito") !== "" ||
      (await takeRemark(database, {
        ...{ ...written, planId: remarked.id, bodyId: plan.body.id, amendment: inForce(plan).amendment },
        ...{ part: partOf(typed.part, remarked), form: known.form },
      }));
    if (!isTaken) return show(visit, remarked, { fault: "PLAN_FULL", typed });
    const thanks = `${publicPlanPath(plan.body, plan.firstYear)}/osservazioni/grazie`;
    response.set("Cache-Control", "no-store").redirect(303, visit.asked.href(thanks));
  });
  return router;
}

interface Visit {
  readonly request: Request;
  readonly response: Response;
  readonly asked: Asked;
  readonly plan: PublishedPlan;
}

function partOf(number: string, { parts }: RemarkedPlan): string | null {
  return parts.find((part) => part.number === number)?.number ?? null;
}

function statusOf(fault: RemarkFormFault): number {
  if (fault === "TOO_MANY" || fault === "PLAN_FULL") return 429;
  return fault === "NO_FORM" ? 400 : 422;
}
