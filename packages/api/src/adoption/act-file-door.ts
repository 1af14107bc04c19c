import { createHash } from "node:crypto";
import { ActFile } from "@upiao/db";
import { actFileName, actFileType, badInput, postForStep, Refusal } from "@upiao/domain";
import { type ErrorRequestHandler, type Request, Router, raw } from "express";
import { languageOf } from "../errors/language.ts";
import { largestActFileBytes } from "../limits.ts";
import { readPlan } from "../plan/read-plan.ts";
import { askedId } from "../requests/asked-id.ts";
import { tooComplex } from "../requests/limits-rule.ts";
import { type DoorParts, viewing } from "../requests/viewing-door.ts";
import { subjectOf } from "../workflow/plan-standing.ts";

/** `PUT /atti/<planId>` takes in the file of an act, for whoever will adopt the plan, and answers its id; `GET
 *  /atti/<planId>/<fileId>` gives it to the readers of the plan. The name comes in the header `X-File-Name`, percent-encoded. */
export function actFileDoor(door: DoorParts): Router {
  const router = Router();
  router.put(
    "/atti/:planId",
    // Another site's page cannot send a PUT: the browser asks before, and we answer no such question.
    raw({ type: () => true, limit: largestActFileBytes }),
    viewing(door, async (context, request: Request, response) => {
      const { userId, posts } = context.signedIn;
      const plan = await readPlan(context, String(request.params.planId));
      const subject = await subjectOf(context.parts.database, plan);
      if (!postForStep("ADOPT", subject, posts)) throw new Refusal("NOT_YOUR_ROLE");
      const bytes: unknown = request.body;
      const mediaType = Buffer.isBuffer(bytes) ? actFileType(bytes) : null;
      if (!Buffer.isBuffer(bytes) || mediaType === null) throw badInput("file", "ACT_FILE_TYPE");
      const { id, name } = await context.parts.database.getRepository(ActFile).save({
        planId: plan.id,
        name: actFileName(nameIn(request), mediaType),
        mediaType,
        bytes,
        sha256: createHash("sha256").update(bytes).digest(),
        byUserId: userId,
      });
      response.json({ id, name });
    }),
  );
  router.get(
    "/atti/:planId/:fileId",
    viewing(door, async (context, request: Request, response) => {
      const { id: planId } = await readPlan(context, String(request.params.planId));
      const file = await context.parts.database.getRepository(ActFile).findOne({
        where: { id: askedId(String(request.params.fileId)), planId },
        select: { id: true, name: true, mediaType: true, bytes: true },
      });
      if (!file) throw new Refusal("NOT_FOUND");
      response
        .attachment(file.name)
        .set("Content-Type", file.mediaType)
        .set("Content-Security-Policy", "sandbox")
        .send(file.bytes);
    }),
  );
  const onTooLarge: ErrorRequestHandler = (error, request, response, next) => {
    if ((error as { type?: string }).type !== "entity.too.large") return next(error);
    const refusal = tooComplex("bytes", largestActFileBytes);
    response.status(413).json({ errors: [door.errors.answer(refusal, languageOf(request))] });
  };
  router.use("/atti", onTooLarge);
  return router;
}

function nameIn(request: Request): string {
  const name = request.get("X-File-Name") ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    throw badInput("file", "CONTROL_CHARACTERS");
  }
}
