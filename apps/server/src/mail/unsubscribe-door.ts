import { findUnsubscribing, unsubscribe } from "@upiao/api";
import { kindNames, type NotificationKind } from "@upiao/domain";
import { type Request, type Response, Router } from "express";
import type { DataSource } from "typeorm";
import { escapeHtml } from "./escape-html.ts";

const folder = "/disiscrizione";

export function unsubscribePath(token: string): string {
  return `${folder}/${token}`;
}

const style = `body { margin: 0 auto; max-width: 40rem; padding: 2rem 1rem; font: 1.125rem/1.5 sans-serif; color: #1a1a1a }
button { padding: .75rem 1.5rem; border: 0; border-radius: 4px; background: #0050a0; color: #fff; font: inherit; font-weight: 600; cursor: pointer }
button:focus-visible, a:focus-visible { outline: 3px solid #d48a00; outline-offset: 3px }
a { color: #0050a0 }
`;

/** The way out of mail that each mail brings: it needs neither signing in nor JavaScript. Looking at it changes nothing, as
 *  programs do that follow every link of a mail; the button, or the mail program's own, does. */
export function unsubscribeDoor(database: DataSource): Router {
  const router = Router();
  router.get(`${folder}.css`, (_request, response) => void response.type("css").send(style));
  router
    .route(`${folder}/:token`)
    .get(async ({ params }: Request<{ token: string }>, response) => {
      const kinds = await findUnsubscribing(database, params.token);
      if (kinds === null) return unknown(response);
      show(response, 200, "Non ricevere più queste mail", [
        "<p>Non riceverai più mail per:</p>",
        listOf(kinds),
        "<p>Gli avvisi restano sul sito, dove puoi cambiare idea quando vuoi.</p>",
        '<form method="post"><button type="submit">Non ricevere più queste mail</button></form>',
      ]);
    })
    .post(async ({ params }: Request<{ token: string }>, response) => {
      const kinds = await unsubscribe(database, params.token);
      if (kinds === null) return unknown(response);
      show(response, 200, "Fatto", [
        "<p>Da adesso non riceverai più mail per:</p>",
        listOf(kinds),
        '<p>Puoi cambiare idea nel tuo <a href="/profilo">profilo</a>.</p>',
      ]);
    });
  return router;
}

function unknown(response: Response): void {
  show(response, 404, "Collegamento non più valido", [
    '<p>Per scegliere quali mail ricevere apri il tuo <a href="/profilo">profilo</a>.</p>',
  ]);
}

const listOf = (kinds: readonly NotificationKind[]) =>
  `<ul>${kinds.map((kind) => `<li>${escapeHtml(kindNames[kind].it)}</li>`).join("")}</ul>`;

function show(response: Response, status: number, title: string, body: readonly string[]): void {
  response
    .status(status)
    .type("html")
    // The address is the key.
    .set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex" })
    .send(
      [
        '<!doctype html><html lang="it"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${title} - UPIAO</title><link rel="stylesheet" href="${folder}.css"></head>`,
        `<body><main><h1>${title}</h1>`,
        ...body,
        "</main></body></html>",
      ].join("\n"),
    );
}
