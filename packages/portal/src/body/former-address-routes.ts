import { type Request, Router } from "express";
import { readBodyKey } from "../asked/body-key.ts";
import type { Portal } from "../portal.ts";

/** Others cite these addresses: where the registers have given a body another code, or its first, the older ones lead on. Reached
 *  only where no body is called so today. */
export function formerAddressRoutes({ database }: Portal): Router {
  const router = Router();
  router.get("/pubblico/enti/:key{/*rest}", async (request: Request<{ key: string }>, response, next) => {
    const former = readBodyKey(request.params.key);
    const rows: { key: string }[] =
      former === null
        ? []
        : await database.query(
            `SELECT b.istat_code AS key FROM body b WHERE b.id::text = $1 AND b.istat_code IS NOT NULL
             UNION ALL
             (SELECT b.istat_code FROM body_change c JOIN body b ON b.id = c.body_id
               WHERE c.what = 'ISTAT_CODE' AND c.before = $1 AND b.istat_code IS NOT NULL
                 AND NOT EXISTS (SELECT FROM body WHERE istat_code = $1)
               ORDER BY c.day DESC)
             LIMIT 1`,
            [former],
          );
    const [found] = rows;
    if (!found || found.key === former) return next();
    const place = request.originalUrl.replace(`/enti/${former}`, `/enti/${found.key}`);
    response.set("Cache-Control", "public, max-age=3600").redirect(301, place);
  });
  return router;
}
