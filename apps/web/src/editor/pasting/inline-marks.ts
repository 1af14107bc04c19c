import { linkTarget, referenceTo } from "@upiao/document";

/** How the words of a pasted text look, as far as a section knows looks. */
export interface InlineMarks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly href: string | null;
}

export const noMarks: InlineMarks = { bold: false, italic: false, underline: false, href: null };

/** The marks inside this element. Word processors say most by style, and Google Docs wraps everything it copies in
 *  a `b` that is not bold. */
export function marksInside(element: Element, outside: InlineMarks): InlineMarks {
  const style = styleOf(element);
  const name = element.localName;
  const weight = style.get("font-weight");
  const slant = style.get("font-style");
  const line = style.get("text-decoration") ?? style.get("text-decoration-line");
  const href = targetOf(element, outside.href);
  return {
    bold: weight ? isBold(weight) : outside.bold || name === "b" || name === "strong",
    italic: slant
      ? slant === "italic" || slant === "oblique"
      : outside.italic || name === "i" || name === "em",
    // A link is underlined by everybody.
    underline:
      !href && (line ? line.includes("underline") : outside.underline || name === "u" || isIns(element)),
    href,
  };
}

/** Our own editor shows no address of a reference to a part of the plan. */
function targetOf(element: Element, outside: string | null): string | null {
  const code = element.getAttribute("data-part");
  if (element.localName === "a") return linkTarget(element.getAttribute("href"));
  return code === null ? outside : (linkTarget(referenceTo(code)) ?? outside);
}

/** Words that were copied while they were proposed are not underlined. */
function isIns(element: Element): boolean {
  return element.localName === "ins" && !element.hasAttribute("data-suggestion");
}

/** Looks of the element as its own attribute says. */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const declarations = (element.getAttribute("style") ?? "").split(";").map((declaration) => {
    const [name = "", ...value] = declaration.split(":");
    return [name.trim().toLowerCase(), value.join(":").trim().toLowerCase()] as const;
  });
  return new Map(declarations);
}

export function writeMarked(html: string, marks: InlineMarks): string {
  let marked = html;
  if (marks.underline) marked = `<u>${marked}</u>`;
  if (marks.italic) marked = `<em>${marked}</em>`;
  if (marks.bold) marked = `<strong>${marked}</strong>`;
  return marks.href ? `<a href="${escapeHtml(marks.href)}">${marked}</a>` : marked;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function isBold(weight: string): boolean {
  return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
}
