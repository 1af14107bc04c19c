import type { Print } from "../../print/lay-out.ts";
import { namespaces } from "./namespaces.ts";
import { odtText } from "./xml.ts";

const ink = `fo:color="#17324d"`;
const pale = `fo:color="#455a71"`;

/** LibreOffice's own names, so that a document made from this one takes them over. */
export function odtStyles({ title, subtitle }: Print): string {
  const running = odtText(subtitle ? `${subtitle} – ${title}` : title);
  return `<office:document-styles ${namespaces} office:version="1.3">
<office:font-face-decls><style:font-face style:name="Carlito" svg:font-family="Carlito, Calibri, &apos;Liberation Sans&apos;" style:font-family-generic="swiss"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="1.25cm" style:writing-mode="page"/><style:text-properties style:font-name="Carlito" fo:font-size="11pt" style:font-size-asian="11pt" style:font-size-complex="11pt" fo:language="it" fo:country="IT"/></style:default-style>
<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>
${paragraph("Standard", "", "", "")}
${paragraph("Text_20_body", "Standard", `fo:margin-bottom="0.2cm" fo:line-height="120%"`, "")}
${paragraph("Leading_20_Line", "Text_20_body", `fo:keep-with-next="always"`, "")}
${paragraph("Title", "Standard", `fo:margin-top="0.5cm" fo:margin-bottom="0.4cm"`, `fo:font-size="26pt" fo:font-weight="bold" ${ink}`)}
${paragraph("Cover_20_Title", "Title", `fo:margin-top="4cm"`, "", `style:master-page-name="Cover"`)}
${paragraph("Subtitle", "Standard", `fo:margin-bottom="1cm"`, `fo:font-size="15pt" ${pale}`)}
${paragraph("Cover_20_Line", "Standard", `fo:margin-bottom="0.1cm"`, "")}
${[18, 15, 13, 12, 11, 11].map((size, index) => heading(index + 1, size)).join("\n")}
${paragraph("Part", "Heading_20_1", `fo:break-before="page"`, "", `style:default-outline-level="1"`)}
${paragraph("Quotations", "Text_20_body", `fo:margin-left="0.75cm" fo:margin-right="0.75cm" fo:padding-left="0.3cm" fo:border-left="2pt solid #8c9bab" fo:border-top="none" fo:border-right="none" fo:border-bottom="none"`, `fo:font-style="italic" ${pale}`)}
${paragraph("List_20_Bullet", "Text_20_body", `fo:margin-bottom="0.1cm"`, "")}
${paragraph("List_20_Number", "Text_20_body", `fo:margin-bottom="0.1cm"`, "")}
${paragraph("Table_20_Contents", "Standard", "", `fo:font-size="9.5pt"`)}
${paragraph("Table_20_Heading", "Table_20_Contents", "", `fo:font-weight="bold" ${ink}`)}
${paragraph("After_20_Table", "Standard", `fo:margin-bottom="0.1cm"`, `fo:font-size="6pt"`)}
${paragraph("Contents_20_Heading", "Heading_20_1", `fo:break-before="page"`, "")}
${contents(1, `fo:margin-top="0.2cm"`, `fo:font-weight="bold"`)}
${contents(2, `fo:margin-left="0.5cm"`, "")}
${paragraph("Header", "Standard", `fo:border-bottom="0.5pt solid #8c9bab" fo:padding-bottom="0.1cm" fo:border-top="none" fo:border-left="none" fo:border-right="none"`, `fo:font-size="8.5pt" ${pale}`)}
${paragraph("Footer", "Standard", `fo:text-align="end"`, `fo:font-size="8.5pt" ${pale}`)}
${letters("Strong_20_Emphasis", `fo:font-weight="bold"`)}
${letters("Emphasis", `fo:font-style="italic"`)}
${letters("Underlined", `style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`)}
${letters("Internet_20_link", `fo:color="#0059b3" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`)}
${letters("Index_20_Link", "")}
${letters("Inserted_20_Words", `fo:color="#005c2e" fo:background-color="#e3f5ea" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`)}
${letters("Removed_20_Words", `fo:color="#a3001e" fo:background-color="#fdeaec" style:text-line-through-style="solid" style:text-line-through-type="single"`)}
${letters("Formatted_20_Words", `fo:background-color="#fff4cc"`)}
<text:list-style style:name="Bullets">${levels((level) => `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${"•◦▪"[(level - 1) % 3]}">${place(level)}</text:list-level-style-bullet>`)}</text:list-style>
<text:list-style style:name="Numbers">${levels((level) => `<text:list-level-style-number text:level="${level}" style:num-suffix="." style:num-format="1">${place(level)}</text:list-level-style-number>`)}</text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin="2cm" style:writing-mode="lr-tb"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="A4_20_Cover"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin="2cm" style:writing-mode="lr-tb"/></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Header">${running}</text:p></style:header><style:footer><text:p text:style-name="Footer">Pagina <text:page-number text:select-page="current">1</text:page-number> di <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>
<style:master-page style:name="Cover" style:page-layout-name="A4_20_Cover" style:next-style-name="Standard"/>
</office:master-styles>
</office:document-styles>
`;
}

function paragraph(name: string, parent: string, properties: string, text: string, more = ""): string {
  const display = name.replaceAll("_20_", " ");
  const attributes = `style:name="${name}" style:display-name="${display}" style:family="paragraph"${parent === "" ? "" : ` style:parent-style-name="${parent}"`} ${more}`;
  const inside = `${properties === "" ? "" : `<style:paragraph-properties ${properties}/>`}${text === "" ? "" : `<style:text-properties ${text}/>`}`;
  return `<style:style ${attributes} style:class="text">${inside}</style:style>`;
}

function heading(level: number, size: number): string {
  return paragraph(
    `Heading_20_${level}`,
    "Standard",
    `fo:margin-top="${level === 1 ? 0.8 : 0.6}cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"`,
    `fo:font-size="${size}pt" fo:font-weight="bold" ${level === 6 ? `fo:font-style="italic" ` : ""}${ink}`,
    `style:next-style-name="Text_20_body" style:default-outline-level="${level}"`,
  );
}

function contents(level: number, properties: string, text: string): string {
  const name = `Contents_20_${level}`;
  const stops = `<style:tab-stops><style:tab-stop style:position="${17 - (level - 1) * 0.5}cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>`;
  return `<style:style style:name="${name}" style:display-name="Contents ${level}" style:family="paragraph" style:parent-style-name="Standard" style:class="index"><style:paragraph-properties ${properties} fo:margin-bottom="0.05cm">${stops}</style:paragraph-properties>${text === "" ? "" : `<style:text-properties ${text}/>`}</style:style>`;
}

function letters(name: string, properties: string): string {
  return `<style:style style:name="${name}" style:display-name="${name.replaceAll("_20_", " ")}" style:family="text"><style:text-properties ${properties}/></style:style>`;
}

function levels(write: (level: number) => string): string {
  return [1, 2, 3, 4, 5, 6].map(write).join("");
}

function place(level: number): string {
  const left = 0.75 * level;
  return `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${left}cm" fo:text-indent="-0.6cm" fo:margin-left="${left}cm"/></style:list-level-properties>`;
}
