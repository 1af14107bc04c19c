import { describe, expect, it } from "vitest";
import { formats } from "../formats/index.ts";
import { printableSection } from "../section/printable-section.ts";
import { type CommentRecord, printableComments } from "./printable-comments.ts";

const at = new Date("2026-01-20T09:30:00Z");
const nucleo = { by: "Nora", bodyName: "Provincia di Lucca", role: "AUDITOR", at, isDeleted: false } as const;
const finding: CommentRecord = {
  kind: "FINDING",
  state: "RESOLVED",
  quote: "entro il 2027",
  comments: [
    { ...nucleo, text: "Manca la fonte.\nServe l'atto." },
    { ...nucleo, by: "Ugo", role: "EDITOR", text: "parole che ha tolto", isDeleted: true },
  ],
  resolvedBy: "Nora",
  resolvedAt: new Date("2026-01-21T10:00:00Z"),
};

/** The record as somebody reads it. */
async function read(threads: readonly CommentRecord[]): Promise<string> {
  const section = { title: "Performance", owner: "Comune di Capannori", firstYear: 2026, lastYear: 2028 };
  const content = printableComments(threads);
  const subject = { what: "COMMENTS" } as const;
  const printed = printableSection({ ...section, subject, at, day: "2026-01-20", content });
  return new TextDecoder().decode(await formats.markdown.write(printed));
}

describe("the record of comments", () => {
  it("says on which words, who for which body and when, and who resolved it", async () => {
    const text = await read([finding]);
    expect(text).toContain("1\\. Rilievo (risolto)");
    expect(text).toContain("> entro il 2027");
    expect(text).toContain("Nora, organo di controllo, Provincia di Lucca, 20 gennaio 2026 alle ore 10:30");
    expect(text).toMatch(/Manca la fonte\.[\s\\]*Serve l'atto\./);
    expect(text).toContain("Risolto da Nora, 21 gennaio 2026 alle ore 11:00.");
    expect(text).toContain("Commenti alla sezione, come risultavano il 20 gennaio 2026");
  });

  it("keeps the place of what was deleted, and none of its words", async () => {
    const text = await read([finding]);
    expect(text).toContain("Ugo, redattore");
    expect(text).toContain("Commento eliminato da chi l'ha scritto.");
    expect(text).not.toContain("parole che ha tolto");
  });

  it("says when a thread is on the whole section, and when there is none", async () => {
    expect(await read([{ ...finding, kind: "QUESTION", state: "OPEN", quote: null }])).toMatch(
      /Domanda \(aperta\)\s+Sull'intera sezione\./,
    );
    expect(await read([])).toContain("Nessun commento.");
  });
});
