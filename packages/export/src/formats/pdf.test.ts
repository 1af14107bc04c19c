import { describe, expect, it } from "vitest";
import { paragraphs, planWith } from "../testing/printable.ts";
import { formats } from "./index.ts";
describe("x", () => {
  it("prints every letter that it has a font for, upright, bold and slanted, and names every other one", async () => {
    const letters = Array.from({ length: 0x20000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
    const lines = Array.from({ length: Math.ceil(letters.length / 500) }, (_, line) =>
      String.fromCodePoint(...letters.slice(500 * line, 500 * line + 500)));
    const marks = [[], [{ type: "bold" }], [{ type: "italic" }], [{ type: "bold" }, { type: "italic" }]];
    for (const [i, m] of marks.entries()) {
      const content = lines.filter((_, n) => n % 4 === i || n < 40).map((text) => ({ type: "block", content: [{ type: "text", text, marks: m }] }));
      await formats.pdf.write(planWith({ type: "doc", content }));
    }
  });
});
