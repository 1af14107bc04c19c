import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PrintableDocument } from "../printable.ts";
import { paragraphs, planWith, sectionWith } from "../testing/printable.ts";
import { randomText, wordsIn } from "../testing/random-text.ts";
import { packed, written } from "../testing/read-files.ts";
import { formatNames, formats } from "./index.ts";

const texts: Record<string, (printable: PrintableDocument) => Promise<string>> = {
  html: (printable) => written("html", printable),
  markdown: (printable) => written("markdown", printable),
  json: (printable) => written("json", printable),
  "word/document.xml": (printable) => packed("docx", printable, "word/document.xml"),
  "content.xml": (printable) => packed("odt", printable, "content.xml"),
};

describe("every format", () => {
  it.each(Object.keys(texts))("%s has every word of any text, in its order", async (name) => {
    await fc.assert(
      fc.asyncProperty(randomText, async (text) => {
        const section = wordsIn(await texts[name]!(sectionWith(text)));
        // What a table is called says again what it stands under.
        expect([...new Set(section)]).toEqual(wordsIn(text));
        // And contents what comes after them.
        const plan = wordsIn(await texts[name]!(planWith(text)));
        expect(new Set(plan)).toEqual(new Set(section));
      }),
      { numRuns: 40 },
    );
  });

  it("PDF is made of any text", async () => {
    await fc.assert(
      fc.asyncProperty(randomText, async (text) => {
        expect((await formats.pdf.write(planWith(text))).length).toBeGreaterThan(1_000);
      }),
      // A page takes its time: what fails is told as it is, and not made smaller first.
      { numRuns: 60, endOnFailure: true },
    );
  });

  it("gives the same bytes for the same document, in another second too", async () => {
    const printable = planWith({
      type: "doc",
      content: [
        {
          type: "block",
          content: [
            { type: "text", text: "via", marks: [{ type: "link", attrs: { href: "https://esempio.it/" } }] },
          ],
        },
        { type: "block", attrs: { kind: "ordered" }, content: [{ type: "text", text: "uno" }] },
      ],
    });
    const once = await Promise.all(formatNames.map((name) => formats[name].write(printable)));
    const began = Math.floor(Date.now() / 2_000);
    // The library of DOCX writes the second, and a ZIP every other one.
    await expect.poll(() => Math.floor(Date.now() / 2_000), { interval: 50 }).toBeGreaterThan(began);
    const again = await Promise.all(formatNames.map((name) => formats[name].write(printable)));
    expect(again.map((bytes, index) => Buffer.compare(bytes, once[index]!))).toEqual(
      formatNames.map(() => 0),
    );
  });

  it("refuses a document that is of no day", async () => {
    await expect(formats.html.write(planWith(paragraphs("x"), { date: "ieri" }))).rejects.toThrow("ieri");
  });
});
