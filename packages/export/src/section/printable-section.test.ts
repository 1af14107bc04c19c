import { describe, expect, it } from "vitest";
import { commentBlocks, type RecordedThread } from "../comment/comment-record.ts";
import { formats } from "../formats/index.ts";
import { textOf } from "../testing/sample-text.ts";
import { type PrintedSection, printableSection } from "./printable-section.ts";

const at = new Date("2026-01-20T09:30:00Z");
const version = { number: 2, name: "Prima", at };

async function read(printed: Pick<PrintedSection, "subject"> & Partial<PrintedSection>): Promise<string> {
  const section = { title: "Performance", owner: "Comune di Capannori", firstYear: 2026, lastYear: 2028 };
  const document = printableSection({
    ...section,
    at,
    day: "2026-01-20",
    content: textOf("Testo."),
    ...printed,
  });
  return new TextDecoder().decode(await formats.markdown.write(document));
}

describe("one section as it is printed", () => {
  it("says above its text what it is, and of when", async () => {
    const present = await read({ subject: { what: "PRESENT", state: "DRAFT" } });
    expect(present).toContain("PIAO 2026-2028. Testo del 20 gennaio 2026 alle ore 10:30, stato: bozza.");
    expect(present).toContain("Testo.");
    expect(await read({ subject: { what: "VERSION", version } })).toContain(
      "Versione 2, «Prima», del 20 gennaio 2026 alle ore 10:30.",
    );
    const before = { ...version, number: 1, name: null };
    expect(await read({ subject: { what: "COMPARISON", before, after: version } })).toContain(
      "Confronto fra la versione 1, del 20 gennaio 2026 alle ore 10:30, e la versione 2",
    );
    expect(await read({ subject: { what: "COMPARISON", before, after: null } })).toContain(
      "e il testo del 20 gennaio 2026",
    );
  });

  it("holds of its comments who closed them, and of a deleted one its place and none of its words", async () => {
    const thread: RecordedThread = {
      kind: "FINDING",
      state: "RESOLVED",
      quote: "entro il 2027",
      messages: [
        { author: "Nora", role: "organo di controllo, Provincia di Lucca", at, text: "Manca la fonte." },
        { author: "Ugo", role: "redattore, Capannori", at, text: null },
      ],
      resolved: { by: "Nora", at: new Date("2026-01-21T10:00:00Z") },
    };
    const text = await read({ subject: { what: "COMMENTS" }, content: commentBlocks([thread]) });
    expect(text).toContain("Commenti alla sezione, come risultavano il 20 gennaio 2026");
    expect(text).toContain("Manca la fonte.");
    expect(text).toMatch(/Ugo\*\* \(redattore, Capannori\).*\s+Commento eliminato da chi l'ha scritto\./);
    expect(text).toContain("Chiusura: Nora, 21 gennaio 2026 alle ore 11:00.");
  });
});
