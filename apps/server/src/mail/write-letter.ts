import { createHash } from "node:crypto";
import type { DueItem, DueMail, MailRhythm } from "@upiao/api";
import { kindNames, type NotificationKind } from "@upiao/domain";
import { escapeHtml } from "./escape-html.ts";
import type { Letter } from "./letter.ts";

/** More are counted, and found on the page. */
const mostShown = 50;
const longestSubject = 150;

export interface WaysOut {
  /** Of all kinds that are in the mail. */
  readonly all: string;
  readonly ofKind: ReadonlyMap<NotificationKind, string>;
}

/** Writes a person's mail, in plain text and in HTML. Links begin with `site`. */
export function writeLetter(
  userId: string,
  { name, email, items }: DueMail,
  rhythm: MailRhythm,
  waysOut: WaysOut,
  site: string,
): Letter {
  const parts: Parts = { name, rhythm, site, waysOut, shown: items.slice(0, mostShown), all: items };
  return {
    userId,
    to: { name, address: email },
    subject: subjectOf(parts),
    text: textOf(parts),
    html: htmlOf(parts),
    unsubscribeUrl: site + waysOut.all,
    id: idOf(userId, items),
  };
}

interface Parts {
  readonly name: string;
  readonly rhythm: MailRhythm;
  readonly site: string;
  readonly waysOut: WaysOut;
  readonly shown: readonly DueItem[];
  readonly all: readonly DueItem[];
}

function subjectOf({ rhythm, all }: Parts): string {
  const [only] = all;
  const words =
    all.length === 1
      ? only!.sentence
      : rhythm === "DIGEST"
        ? `${all.length} avvisi da leggere`
        : `${all.length} nuovi avvisi`;
  const subject = `UPIAO: ${words}`;
  return subject.length <= longestSubject ? subject : `${subject.slice(0, longestSubject - 1)}…`;
}

const intro: Readonly<Record<MailRhythm, string>> = {
  IMMEDIATE: "su UPIAO c'è qualcosa che ti riguarda:",
  DIGEST: "ecco che cosa non hai ancora letto su UPIAO:",
};
const why = "Ricevi questa mail perché lavori con UPIAO. Gli avvisi restano comunque sul sito.";
const moreOf = ({ shown, all }: Parts) =>
  all.length > shown.length ? `Altri ${all.length - shown.length} avvisi sono sul sito.` : null;

function textOf(parts: Parts): string {
  const { name, rhythm, site, waysOut, shown } = parts;
  const more = moreOf(parts);
  return [
    `Buongiorno ${name},`,
    intro[rhythm],
    ...shown.map(({ sentence, path }) => `- ${sentence}\n  ${site}${path}`),
    ...(more ? [more] : []),
    `Tutti gli avvisi: ${site}/avvisi`,
    "-- ",
    why,
    ...[...waysOut.ofKind].map(
      ([kind, path]) => `Non ricevere più mail per «${kindNames[kind].it}»:\n${site}${path}`,
    ),
    `Scegli che cosa ricevere: ${site}/profilo`,
  ].join("\n\n");
}

/** Mail programs know little CSS, and that inline; contrasts are those of the page (7:1 and more on white). */
function htmlOf(parts: Parts): string {
  const { name, rhythm, site, waysOut, shown } = parts;
  const more = moreOf(parts);
  const link = (path: string, words: string) =>
    `<a href="${escapeHtml(site + path)}" style="color:#0050a0">${escapeHtml(words)}</a>`;
  const paragraph = (html: string) => `<p style="margin:0 0 16px">${html}</p>`;
  return [
    '<!doctype html><html lang="it"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><title>UPIAO</title></head>',
    '<body style="margin:0;padding:24px;background:#fff;color:#1a1a1a;font:16px/1.5 sans-serif">',
    '<div style="max-width:600px;margin:0 auto">',
    '<h1 style="font-size:20px;margin:0 0 16px">UPIAO</h1>',
    paragraph(`Buongiorno ${escapeHtml(name)},`),
    paragraph(intro[rhythm]),
    '<ul style="margin:0 0 16px;padding-left:24px">',
    ...shown.map(({ sentence, path }) => `<li style="margin:0 0 12px">${link(path, sentence)}</li>`),
    "</ul>",
    ...(more ? [paragraph(more)] : []),
    paragraph(link("/avvisi", "Tutti gli avvisi")),
    '<hr style="border:0;border-top:1px solid #767676;margin:24px 0">',
    '<div style="font-size:14px">',
    paragraph(why),
    '<ul style="margin:0 0 16px;padding-left:24px">',
    ...[...waysOut.ofKind].map(
      ([kind, path]) => `<li>${link(path, `Non ricevere più mail per «${kindNames[kind].it}»`)}</li>`,
    ),
    "</ul>",
    paragraph(link("/profilo", "Scegli che cosa ricevere")),
    "</div></div></body></html>",
  ].join("\n");
}

function idOf(userId: string, items: readonly DueItem[]): string {
  const what = items.map(({ id, at }) => `${id} ${at.toISOString()}`).sort();
  return createHash("sha256")
    .update([userId, ...what].join("\n"))
    .digest("hex")
    .slice(0, 40);
}
