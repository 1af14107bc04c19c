import { type Request, type Response, Router } from "express";
import { type Asked, readAsked } from "../asked/asked.ts";
import { largestFile } from "../limits.ts";
import type { Portal } from "../portal.ts";
import { findFile } from "./find-file.ts";
import { hashUpload, type Upload } from "./hash-upload.ts";
import { type Finding, VerifyPage } from "./verify-page.tsx";

export function verifyRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico/verifica", async (request, response) => {
    const asked = readAsked(request);
    const typed = asked.parameter("impronta").toLowerCase().replaceAll(/[\s:]/g, "");
    const finding = typed === "" ? null : await lookUp(portal, typed);
    await send(portal, request, response, asked, finding, 200);
  });

  router.post("/pubblico/verifica", async (request, response) => {
    // Who says at once that it is too much need not send it.
    const isTooLarge = Number(request.headers["content-length"] ?? 0) > largestFile + 10_000;
    const upload: Upload = isTooLarge
      ? { fault: "TOO_LARGE" }
      : await portal.uploads.pass(() => hashUpload(request));
    if (isTooLarge) response.set("Connection", "close");
    const finding = "sha256" in upload ? await lookUp(portal, upload.sha256) : { fault: upload.fault };
    const status = "sha256" in upload ? 200 : upload.fault === "TOO_LARGE" ? 413 : 400;
    await send(portal, request, response, readAsked(request), finding, status);
  });
  return router;
}

async function lookUp(portal: Portal, sha256: string): Promise<Finding> {
  if (!/^[\da-f]{64}$/.test(sha256)) return { fault: "NO_HASH" };
  return { sha256, file: await findFile(portal.database, sha256) };
}

async function send(
  portal: Portal,
  request: Request,
  response: Response,
  asked: Asked,
  finding: Finding | null,
  status: number,
): Promise<void> {
  await portal.pages.send(request, response, asked, {
    ...{ basis: finding, status },
    ...(finding && "sha256" in finding && { address: `/pubblico/verifica?impronta=${finding.sha256}` }),
    render: () => <VerifyPage finding={finding} />,
  });
}
