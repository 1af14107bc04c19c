import { compareTexts, type TextJson } from "@upiao/document";
import { describe, expect, it } from "vitest";
import { htmlOfTexts } from "../formats/html.ts";
import { formats } from "../formats/index.ts";
import { printableParts, type WrittenPart } from "../plan/printable-parts.ts";
import type { PrintableDocument } from "../printable.ts";
import { planWith, sectionWith } from "../testing/printable.ts";
import { packed, written } from "../testing/read-files.ts";
import { readPdf, wordsOf } from "../testing/read-pdf.ts";
import { fragmentOf, textOf } from "../testing/sample-text.ts";
import type { PlacedParts } from "./references.ts";

const text = textOf(
  "# T\n\nSi veda [la **strategia**](piao:STRATEGIA), e la [performance ](piao:2.2)di [ieri](piao:2.9).",
);

/** A plan whose strategy stands under this number. */
function plan(number: string, content: TextJson = text): PrintableDocument {
  const part = (number: string, title: string, code: string): WrittenPart => ({
    ...{ number, title, depth: number.includes(".") ? 1 : 0 },
    texts: [
      { code, title, shared: code === "STRATEGIA", content: code === "1" ? content : textOf("Parole") },
    ],
  });
  const parts = [
    part("1", "Scheda anagrafica", "1"),
    { number: "2", title: "Valore pubblico", depth: 0, texts: [] },
    part("2.2", "Performance", "2.2"),
    part(number, "Strategia", "STRATEGIA"),
  ];
  return planWith(content, { parts: printableParts(parts) });
}

const onPage = (parts?: PlacedParts) =>
  htmlOfTexts([{ content: text, title: "Strategia", level: 2 }], { firstYear: 2026, parts })[0]!;

describe("[PL7] a reference to a part", () => {
  it("of one text has the number that the part has in each plan, and leads there", async () => {
    const page = (number: string) => written("html", plan(number));
    expect(await page("2.4")).toContain(
      'Si veda <a href="#parte-4">la </a><a href="#parte-4"><strong>strategia (2.4)</strong></a>, e la <a href="#parte-3">performance (2.2) </a>di ieri.',
    );
    expect(await page("3.4")).toContain("<strong>strategia (3.4)</strong>");
    expect(await page("3.4")).toContain('<h3 id="parte-4">3.4 Strategia</h3>');
  });

  it("is its words alone in a section that is printed by itself, and where it is compared", async () => {
    const alone = "<p>Si veda la <strong>strategia</strong>, e la performance di ieri.</p>";
    expect(await written("html", sectionWith(text))).toContain(alone);
    expect(onPage()).toContain(alone);
    const difference = compareTexts(
      fragmentOf("Vedi [questa](piao:2.2)"),
      fragmentOf("Vedi [quella](piao:STRATEGIA)"),
    );
    expect(await written("html", sectionWith(difference))).toContain(
      "<p>Vedi <del>questa</del><ins>quella</ins></p>",
    );
  });

  it("leads to where its part stands on somebody else's page", () => {
    const parts = new Map([["2.2", { number: "2.2", anchor: "parte-2.2" }]]);
    const html = onPage(parts);
    expect(html).toContain('<a href="#parte-2.2">performance (2.2) </a>');
    expect(html).not.toContain("STRATEGIA");
  });

  it("is followed by its number wherever words stand: in headings, lists, cells and objectives", async () => {
    const title = [{ type: "text", text: "Uno", marks: [{ type: "link", attrs: { href: "piao:2.2" } }] }];
    const indicators = [{ type: "indicator", attrs: { unit: "NUMBER" }, content: title }];
    const objective = {
      type: "objective",
      attrs: {},
      content: [{ type: "objectiveTitle", content: title }, ...indicators],
    };
    const rich = textOf(
      "# T\n\n## [Due](piao:2.2)\n\n- [tre](piao:2.2)\n  - [quattro](piao:2.2)\n\n| [cinque](piao:2.2) |\n|---|\n| [sei](piao:2.2) |\n\n> [sette](piao:2.2)",
    );
    const page = await written("html", plan("2.4", { ...rich, content: [...rich.content!, objective] }));
    for (const words of ["Due", "tre", "quattro", "cinque", "sei", "sette", "Uno"])
      expect(page).toContain(`<a href="#parte-3">${words} (2.2)</a>`);
  });

  it.each(["piao:javascript:alert(1)", "piao:", "#parte-1", 'piao:2.2"><script>'])(
    "[T27] %s leads nowhere",
    async (href) => {
      const content = [{ type: "text", text: "qui", marks: [{ type: "link", attrs: { href } }] }];
      const page = await written("html", plan("2.4", { type: "doc", content: [{ type: "block", content }] }));
      expect(page).toContain("<p>qui</p>");
    },
  );
});

describe("each format has references its own way", () => {
  it("PDF: as a link to the page of the part, which both standards take", async () => {
    const pdf = await readPdf(await formats.pdf.write(plan("3.4")));
    expect(await wordsOf(pdf)).toMatch(
      /Si veda la\s+strategia \(3\.4\), e la performance \(2\.2\)\s+di ieri\./,
    );
    const annotations = (await (await pdf.getPage(3)).getAnnotations()) as {
      subtype: string;
      dest?: unknown;
    }[];
    expect(annotations.filter(({ subtype, dest }) => subtype === "Link" && dest).length).toBeGreaterThan(1);
  });

  it("DOCX: as a link to a bookmark that is there", async () => {
    const document = await packed("docx", plan("3.4"), "word/document.xml");
    expect(document).toMatch(
      /<w:hyperlink [^>]*w:anchor="parte-4"[^>]*>(?:(?!<\/w:hyperlink>).)*strategia \(3\.4\)/,
    );
    expect(document).toMatch(/<w:bookmarkStart w:name="parte-4"/);
  });

  it("ODT: the same", async () => {
    const content = await packed("odt", plan("3.4"), "content.xml");
    expect(content).toMatch(/<text:a [^>]*xlink:href="#parte-4"[^>]*><text:span[^>]*>strategia \(3\.4\)/);
    expect(content).toContain('<text:bookmark-start text:name="parte-4"/>');
  });

  it("Markdown: by the words of the heading, and as what it is read back", async () => {
    expect(await written("markdown", plan("3.4"))).toContain(
      `Si veda [la **strategia (3.4)**](<#34-strategia> "piao:STRATEGIA"), e la [performance (2.2)](<#22-performance> "piao:2.2") di [ieri](<piao:2.9>).`,
    );
  });

  it.each([
    ["a plan", plan("3.4")],
    ["a section", sectionWith(text)],
  ])(
    "Markdown of %s comes back with its references, and without the numbers of the file",
    async (_, document) => {
      const back = textOf(await written("markdown", document));
      const block = back.content!.find(({ content }) => content?.[0]?.text?.startsWith("Si veda"))!;
      const words = block.content!.map(({ text, marks = [] }) => [
        text,
        ...marks.map(({ type, attrs }) => attrs?.href ?? type),
      ]);
      expect(words).toEqual([
        ["Si veda "],
        ["la ", "piao:STRATEGIA"],
        ["strategia", "piao:STRATEGIA", "bold"],
        [", e la "],
        ["performance", "piao:2.2"],
        [" di "],
        ["ieri", "piao:2.9"],
        ["."],
      ]);
    },
  );

  it("JSON: as the anchor of a heading that it lists", async () => {
    const { blocks } = JSON.parse(await written("json", plan("3.4")));
    const [paragraph] = blocks.filter(({ type }: { type: string }) => type === "paragraph");
    expect(paragraph.runs).toContainEqual(
      expect.objectContaining({ text: "strategia (3.4)", link: "#parte-4" }),
    );
    expect(blocks).toContainEqual(
      expect.objectContaining({ type: "heading", anchor: "parte-4", number: "3.4" }),
    );
  });
});
