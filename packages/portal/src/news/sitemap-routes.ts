import { Router } from "express";
import type { DataSource } from "typeorm";
import { sendXml } from "../answer/send-xml.ts";
import { bodyKey } from "../asked/body-key.ts";
import { addressesInSitemap } from "../limits.ts";
import type { Portal } from "../portal.ts";
import { xml } from "./xml.ts";

const mediaType = "application/xml; charset=utf-8";
const schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** What search engines are told: every page that is there for good, and nothing of the rest. */
export function sitemapRoutes(portal: Portal, most = addressesInSitemap): Router {
  const router = Router();
  router.get("/robots.txt", (_request, response) => {
    const lines = [
      "User-agent: *",
      "Allow: /pubblico",
      "Allow: /sitemap.xml",
      "Disallow: /pubblico/cerca?",
      "Disallow: /pubblico/confronta?",
      "Disallow: /pubblico/verifica?",
      "Disallow: /",
      "",
      `Sitemap: ${portal.site()}/sitemap.xml`,
    ];
    response
      .set("Cache-Control", "public, max-age=3600")
      .type("text")
      .send(`${lines.join("\n")}\n`);
  });

  router.get("/sitemap.xml", async (request, response) => {
    const parts = Math.max(1, Math.ceil((await countAddresses(portal.database)) / most));
    const entries = Array.from(
      { length: parts },
      (_, index) => xml`\n  <sitemap><loc>${portal.site()}/pubblico/sitemap-${index + 1}.xml</loc></sitemap>`,
    );
    const text = xml`<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="${schema}">${entries}\n</sitemapindex>\n`;
    sendXml(request, response, mediaType, text.text);
  });

  router.get("/pubblico/sitemap-:part.xml", async (request, response, next) => {
    const part = /^[1-9]\d{0,3}$/.test(request.params.part) ? Number(request.params.part) : 0;
    const addresses = part > 0 ? await readAddresses(portal.database, part, most) : [];
    if (addresses.length === 0) return next();
    const entries = addresses.map(
      ({ path, at }) => xml`\n  <url><loc>${portal.site()}${path}</loc><lastmod>${at}</lastmod></url>`,
    );
    const text = xml`<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="${schema}">${entries}\n</urlset>\n`;
    sendXml(request, response, mediaType, text.text);
  });
  return router;
}

/** The portal, its data, each body, each plan with its indicators, and each adoption at its own address. */
const addresses = `WITH published AS (
    SELECT '/pubblico/enti/' || ${bodyKey} AS body, pl.first_year::text AS year, a.amendment, p.at
    FROM publication p JOIN adoption a ON a.id = p.adoption_id JOIN plan pl ON pl.id = a.plan_id JOIN body b ON b.id = pl.body_id),
  address AS (
    SELECT path, coalesce(max(at), '2022-01-01') AS at FROM unnest(ARRAY['/pubblico', '/pubblico/dati']) AS path
      LEFT JOIN published ON true GROUP BY path
    UNION ALL SELECT body, max(at) FROM published GROUP BY body
    UNION ALL SELECT body || '/' || year || more, max(at) FROM published, unnest(ARRAY['', '/indicatori']) AS more GROUP BY 1
    UNION ALL SELECT body || '/' || year || '/' || CASE amendment WHEN 0 THEN 'originale' ELSE 'aggiornamento-' || amendment END, at
      FROM published)`;

async function countAddresses(database: DataSource): Promise<number> {
  const rows: { count: number }[] = await database.query(
    `${addresses} SELECT count(*)::integer AS count FROM address`,
  );
  return rows[0]!.count;
}

function readAddresses(
  database: DataSource,
  part: number,
  most: number,
): Promise<{ path: string; at: string }[]> {
  return database.query(
    `${addresses} SELECT path, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
      FROM address ORDER BY path COLLATE "C" LIMIT $1 OFFSET $2`,
    [most, (part - 1) * most],
  );
}
