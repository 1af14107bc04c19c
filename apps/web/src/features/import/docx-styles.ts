/** What a style of a document means to a section: a heading of this level, a quote, or a line of the table of contents, which the plan
 *  has of its own. */
export type Likeness = number | "quote" | "contents";

interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly outline: number | null;
}

/** Of a style of ours, for what has an outline level of its own. */
const outlineStyle = (outline: number) => `upiao-outline-${outline}`;
const outlines = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** More letters are a text, which somebody has put into the outline by mistake. */
const longestHeading = 200;

/** What the styles of a document mean, by their ids. Word and LibreOffice name them in the language of whoever wrote it, and people
 *  make their own on top of them. */
export function likenessesIn(stylesXml: string): Map<string, Likeness> {
  const styles = new Map<string, Style>();
  for (const [style] of stylesXml.matchAll(/<w:style [^>]*>[\s\S]*?<\/w:style>/g)) {
    const value = (tag: string) => new RegExp(`<w:${tag} w:val="([^"]*)"`).exec(style)?.[1] ?? null;
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    if (!id || !/w:type="paragraph"/.test(style)) continue;
    const outline = value("outlineLvl");
    styles.set(id, {
      name: (value("name") ?? "").toLowerCase(),
      basedOn: value("basedOn"),
      outline: outline === null ? null : Number(outline),
    });
  }
  const found = new Map<string, Likeness>(outlines.map((outline) => [outlineStyle(outline), outline + 1]));
  for (const id of styles.keys()) {
    const likeness = likenessOf(id, styles);
    if (likeness !== null) found.set(id, likeness);
  }
  return found;
}

/** A document whose headings have styles, also those that are one by their own outline level: Word and LibreOffice show them among the
 *  headings. */
export function withOutlineStyles(xml: string, likenesses: ReadonlyMap<string, Likeness>): string {
  return xml.replaceAll(/<w:pPr>[\s\S]*?<\/w:p>/g, (paragraph) => {
    // What follows is what it was before a tracked change.
    const [own = ""] = paragraph.split(/<w:pPrChange|<\/w:pPr>/, 1);
    const outline = /<w:outlineLvl w:val="([0-8])"/.exec(own)?.[1];
    // An item of a list stays one, whatever the outline says of it.
    if (outline === undefined || own.includes("<w:numPr>")) return paragraph;
    const style = /<w:pStyle w:val="([^"]*)"\s*\/>/.exec(own);
    const words = paragraph.replaceAll(/<[^>]*>/g, "").trim();
    if (likenesses.has(style?.[1] ?? "") || words.length > longestHeading) return paragraph;
    const rest = paragraph.slice("<w:pPr>".length).replace(style?.[0] ?? "", "");
    return `<w:pPr><w:pStyle w:val="${outlineStyle(Number(outline))}"/>${rest}`;
  });
}

function likenessOf(id: string, styles: ReadonlyMap<string, Style>): Likeness | null {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    seen.add(at);
    const style = styles.get(at);
    if (!style) return null;
    const likeness = likenessOfName(style.name) ?? likenessOfOutline(style.outline);
    if (likeness !== null) return likeness;
    at = style.basedOn;
  }
  return null;
}

function likenessOfName(name: string): Likeness | null {
  const level = /^(?:heading|titolo)\s*([1-9])$/.exec(name)?.[1];
  if (level) return Number(level);
  if (/^(title|titolo)$/.test(name)) return 1;
  if (/^(intense )?quote$|^citazione( intensa)?$|^quotations$/.test(name)) return "quote";
  return /^(toc|sommario|contents|indice) (\d|heading)$|^(titolo sommario|titolo indice)$/.test(name)
    ? "contents"
    : null;
}

// 9 is the text itself.
function likenessOfOutline(outline: number | null): Likeness | null {
  return outline !== null && outline >= 0 && outline < 9 ? outline + 1 : null;
}

/** As much of mammoth's document as we read. */
interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly styleId?: string | null;
  readonly numbering?: { readonly level: string | number; readonly isOrdered: boolean } | null;
}

/** Gives each paragraph the style by which mammoth knows it, and says afterwards how many were left out. */
export function withKnownStyles(likenesses: ReadonlyMap<string, Likeness>): {
  readonly transform: (element: Element) => Element;
  readonly left: () => number;
} {
  let left = 0;
  const transform = (element: Element): Element => {
    const children = element.children?.map(transform).filter(({ type }) => type !== "leftOut");
    const within = children ? { ...element, children } : element;
    if (element.type !== "paragraph") return within;
    const likeness = likenesses.get(element.styleId ?? "");
    if (likeness === "contents") {
      left++;
      return { type: "leftOut" };
    }
    if (likeness === "quote") return { ...within, ...styled("Quote", "Quote") };
    if (likeness === undefined) return { ...within, numbering: clamped(element) };
    const level = Math.min(likeness, 6);
    return { ...within, ...styled(`Heading${level}`, `Heading ${level}`), numbering: null };
  };
  return { transform, left: () => left };
}

const styled = (styleId: string, styleName: string) => ({ styleId, styleName });

const deepest = 5;

function clamped({ numbering }: Element): NonNullable<Element["numbering"]> | null {
  return numbering ? { ...numbering, level: String(Math.min(Number(numbering.level), deepest)) } : null;
}
