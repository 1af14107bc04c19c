import { publicPlanPath } from "@upiao/domain";
import { Router } from "express";
import { sendXml } from "../answer/send-xml.ts";
import { type Published, readLatest } from "../front/read-published.ts";
import { newsInFeed } from "../limits.ts";
import { bodyName } from "../plan/plan-names.ts";
import type { Portal } from "../portal.ts";
import { wordsIn } from "../words/index.ts";
import { xml } from "./xml.ts";

/** The feed speaks Italian to everybody: programs read it for many. */
const words = wordsIn("it");

export function newsRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico/novita.atom", async (request, response) => {
    const latest = await readLatest(portal.database, newsInFeed);
    sendXml(request, response, "application/atom+xml; charset=utf-8", writeFeed(latest, portal.site()));
  });
  return router;
}

function writeFeed(latest: readonly Published[], site: string): string {
  const entries = latest.map((published) => {
    const { body, firstYear, amendment, publishedAt } = published;
    const address = site + publicPlanPath(body, firstYear, amendment);
    const plan = words.piaoShort(words.years(firstYear));
    const title = words.feed.entry(bodyName(body, words), plan, words.amendment(amendment));
    return xml`
  <entry>
    <id>${address}</id>
    <title>${title}</title>
    <link rel="alternate" type="text/html" href="${address}"/>
    <updated>${publishedAt}</updated>
    <author><name>${bodyName(body, words)}</name></author>
    <summary>${title}</summary>
  </entry>`;
  });
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it">
  <id>${site}/pubblico</id>
  <title>${words.feed.title}</title>
  <link rel="self" type="application/atom+xml" href="${site}/pubblico/novita.atom"/>
  <link rel="alternate" type="text/html" href="${site}/pubblico"/>
  <rights>CC BY 4.0</rights>
  <updated>${latest[0]?.publishedAt ?? "2022-01-01T00:00:00Z"}</updated>${entries}
</feed>
`.text;
}
