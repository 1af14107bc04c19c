import type { DueItem } from "@upiao/api";
import { describe, expect, it } from "vitest";
import { writeLetter } from "./write-letter.ts";

const site = "https://upiao.lucca.example";
const waysOut = {
  all: "/disiscrizione/tutte",
  ofKind: new Map([["MENTION", "/disiscrizione/menzioni"]] as const),
};
const at = new Date("2026-11-25T08:00:00Z");

function itemOf(sentence: string, id = "1"): DueItem {
  return { id, at, kind: "MENTION", sentence, path: `/sezioni/${id}?discussione=2` };
}
function letterOf(...items: DueItem[]) {
  return writeLetter(
    "u",
    { name: "Elena Bassi", email: "elena@upiao.example", items },
    "IMMEDIATE",
    waysOut,
    site,
  );
}

describe("a mail", () => {
  it("says in plain text and in HTML what happened, leads there, and out of its kind", () => {
    const { text, html, subject } = letterOf(itemOf("Marco ti ha menzionato in «Strategia, Lucca»."));
    expect(subject).toBe("UPIAO: Marco ti ha menzionato in «Strategia, Lucca».");
    for (const said of [text, html]) {
      expect(said).toContain("Buongiorno Elena Bassi,");
      expect(said).toContain("Marco ti ha menzionato in «Strategia, Lucca».");
      expect(said).toContain(`${site}/sezioni/1?discussione=2`);
      expect(said).toContain(`${site}/disiscrizione/menzioni`);
      expect(said).toContain("Non ricevere più mail per «Menzioni»");
      expect(said).toContain(`${site}/profilo`);
    }
    expect(html).toContain('<html lang="it">');
  });

  it("[T27] shows what people have typed as text", () => {
    const typed = `<img src=x onerror="alert('1')"> & «\u202e»`;
    const { html, text } = writeLetter(
      "u",
      { name: "<b>Elena</b>", email: "e@upiao.example", items: [itemOf(typed)] },
      "DIGEST",
      waysOut,
      site,
    );
    expect(html).not.toMatch(/<img|<b>|onerror="/);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; «");
    expect(text).toContain(typed);
  });

  it("counts what would make it endless, and has a subject that a list can show", () => {
    const many = Array.from({ length: 70 }, (_, n) => itemOf(`Avviso ${n}.`, `${n}`));
    const { text, html, subject } = letterOf(...many);
    for (const said of [text, html]) {
      expect(said).toContain("Avviso 49.");
      expect(said).not.toContain("Avviso 50.");
      expect(said).toContain("Altri 20 avvisi sono sul sito.");
    }
    expect(subject).toBe("UPIAO: 70 nuovi avvisi");
    expect(letterOf(itemOf("parola ".repeat(100))).subject).toHaveLength(150);
  });

  it("has the same id when the same is mailed again, and another when anything is new", () => {
    const one = itemOf("Uno.", "1");
    const two = itemOf("Due.", "2");
    expect(letterOf(one, two).id).toBe(letterOf(two, one).id);
    expect(letterOf(one, two).id).not.toBe(letterOf(one).id);
    expect(letterOf({ ...one, at: new Date(at.getTime() + 1) }).id).not.toBe(letterOf(one).id);
  });
});
