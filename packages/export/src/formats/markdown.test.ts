import { canonicalText } from "@upiao/document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphs, planWith, sectionWith } from "../testing/printable.ts";
import { written } from "../testing/read-files.ts";
import { fragmentOf, textOf } from "../testing/sample-text.ts";

const roundTrip = async (markdown: string) =>
  canonicalText(fragmentOf(await written("markdown", sectionWith(textOf(markdown)))));

describe("Markdown", () => {
  it("of a section comes back as the same text, with its objectives", async () => {
    const objective = {
      title: "Servizi in rete",
      attributes: { key: "00000000-0000-4000-8000-000000000100", items: "RA3.2.2" },
      indicators: [
        {
          name: "Servizi attivi",
          attributes: { key: "00000000-0000-4000-8000-000000000101", unit: "NUMBER" },
        },
      ],
    };
    const text = [
      "# Titolo",
      "## Contesto 1. e 2.",
      "### Più sotto",
      "Il **territorio** e *la gente*: **[sito](https://esempio.it/)**, a capo\\\nqui.",
      "1. primo\n   - sotto\n     - ancora\n2. secondo",
      "- uno\n- due",
      "> citato",
      "| Dato | Valore |\n|---|---|\n| n. \\| d. | **6** |",
      `\`\`\`objective\n${JSON.stringify(objective)}\n\`\`\``,
    ].join("\n\n");
    expect(await roundTrip(text)).toBe(canonicalText(fragmentOf(text)));
  });

  it("keeps two lists apart that follow each other", async () => {
    const item = (text: string) => ({
      type: "block",
      attrs: { kind: "ordered" },
      content: [{ type: "text", text }],
    });
    const bullet = { type: "block", attrs: { kind: "bullet" }, content: [{ type: "text", text: "punto" }] };
    const text = { type: "doc" as const, content: [item("uno"), bullet, item("di nuovo uno")] };
    expect(await written("markdown", sectionWith(text))).toContain("1. uno\n\n* punto\n\n1. di nuovo uno");
  });

  it("[T27] says every sign as itself", async () => {
    const letters = fc.constantFrom(
      ..."\\`*_{}[]()<>#+-.!|~&;:=\"'$@/ aà1",
      "&amp;",
      "{++",
      "![",
      "1. ",
      "> ",
    );
    const line = fc
      .array(letters, { maxLength: 12 })
      .map((signs) => signs.join("").replaceAll(/\s+/g, " ").trim());
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        const back = JSON.parse(
          canonicalText(fragmentOf(await written("markdown", sectionWith(paragraphs(`${text}.`))))),
        );
        const words =
          JSON.stringify(back).length > 0
            ? back.content[0].content.map((run: { text?: string }) => run.text)
            : [];
        expect(words.join("")).toBe(`${text}.`);
      }),
      { numRuns: 300 },
    );
  });

  it("of a plan begins with its body and its act", async () => {
    expect(await written("markdown", planWith(paragraphs("Testo")))).toBe(
      [
        "# Piano integrato di attività e organizzazione 2026-2028",
        "**Provincia di Lucca**",
        "- **Atto**: Decreto del Presidente n. 12 del 28 gennaio 2026",
        "## 2.1 Valore pubblico",
        "Testo\n",
      ].join("\n\n"),
    );
  });
});
