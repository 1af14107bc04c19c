import { BorderStyle, type IStylesOptions, LineRuleType, ShadingType } from "docx";

/** Between the margins of an A4 page, in twentieths of a point. */
export const textTwips = 11_906 - 2 * 1_440;

export const headerFill = "E6EEF7";

const line = { style: BorderStyle.SINGLE, size: 4, color: "8C9BAB" };
export const tableBorders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

const ink = "17324D";
const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: ink },
  paragraph: {
    keepNext: true,
    keepLines: true,
    spacing: { before, after: 120, line: 259, lineRule: LineRuleType.AUTO },
  },
});

const paragraphStyle = (
  id: string,
  name: string,
  rest: Omit<NonNullable<IStylesOptions["paragraphStyles"]>[number], "id" | "name">,
) => ({ id, name, basedOn: "Normal", quickFormat: true, ...rest });

/** Word's own names, so that a document made from this one takes them over. Calibri, which is wherever Word is: who has no
 *  Titillium Web would see it in some font or other. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: "Calibri", size: 22, language: { value: "it-IT" } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 52, bold: true, color: ink },
      paragraph: { spacing: { before: 0, after: 240, line: 259, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(36, 360),
    heading2: heading(30, 320),
    heading3: heading(26, 280),
    heading4: heading(24, 240),
    heading5: heading(22, 200),
    heading6: { ...heading(22, 200), run: { size: 22, italics: true, bold: true, color: ink } },
    hyperlink: { run: { color: "0059B3", underline: {} } },
  },
  paragraphStyles: [
    {
      ...paragraphStyle("CoverTitle", "Cover Title", { paragraph: { spacing: { before: 2_400 } } }),
      basedOn: "Title",
    },
    paragraphStyle("Subtitle", "Subtitle", {
      run: { size: 30, color: "455A71" },
      paragraph: { spacing: { after: 480 } },
    }),
    paragraphStyle("CoverLine", "Cover Line", { paragraph: { spacing: { after: 60 } } }),
    paragraphStyle("TOCHeading", "TOC Heading", heading(36, 0)),
    paragraphStyle("TOC1", "toc 1", {
      run: { bold: true },
      paragraph: { spacing: { before: 120, after: 40 } },
    }),
    paragraphStyle("TOC2", "toc 2", { paragraph: { indent: { left: 280 }, spacing: { after: 40 } } }),
    paragraphStyle("Quote", "Quote", {
      run: { italics: true, color: "455A71" },
      paragraph: {
        indent: { left: 425, right: 425 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: "8C9BAB" } },
      },
    }),
    paragraphStyle("ListBullet", "List Bullet", { paragraph: { spacing: { after: 60 } } }),
    paragraphStyle("ListNumber", "List Number", { paragraph: { spacing: { after: 60 } } }),
    paragraphStyle("TableText", "Table Text", {
      run: { size: 19 },
      paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
    }),
    paragraphStyle("TableHeading", "Table Heading", {
      basedOn: "TableText",
      run: { size: 19, bold: true, color: ink },
    }),
    paragraphStyle("AfterTable", "After Table", {
      run: { size: 12 },
      paragraph: { spacing: { before: 0, after: 60, line: 160, lineRule: LineRuleType.AUTO } },
    }),
    paragraphStyle("Header", "header", { run: { size: 17, color: "455A71" } }),
    paragraphStyle("Footer", "footer", { run: { size: 17, color: "455A71" } }),
  ],
  characterStyles: [
    {
      id: "InsertedWords",
      name: "Inserted Words",
      run: { color: "005C2E", underline: {}, shading: { type: ShadingType.CLEAR, fill: "E3F5EA" } },
    },
    {
      id: "RemovedWords",
      name: "Removed Words",
      run: { color: "A3001E", strike: true, shading: { type: ShadingType.CLEAR, fill: "FDEAEC" } },
    },
    {
      id: "FormattedWords",
      name: "Formatted Words",
      run: { shading: { type: ShadingType.CLEAR, fill: "FFF4CC" } },
    },
  ],
};
