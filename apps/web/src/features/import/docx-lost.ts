import type { NotKept } from "./not-kept.ts";

/** What of a document stands nowhere in its HTML, or otherwise than it stood, as far as its files tell. */
export function lostFromDocx(names: readonly string[], textOf: (name: string) => string): NotKept {
  const body = textOf("word/document.xml");
  const running = names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/i.test(name));
  return {
    comments: count(textOf("word/comments.xml"), /<w:comment[ >]/g),
    equations: count(body, /<m:oMath[ >]/g),
    charts: count(body, /<(c:chart|dgm:relIds)[ />]/g),
    objects: count(body, /<(o:OLEObject|w:altChunk)[ />]/g),
    macros: names.filter((name) => /vbaProject\.bin$/i.test(name)).length,
    headers: new Set(running.map((name) => wordsOf(textOf(name))).filter((words) => words !== "")).size,
    boxes: count(body.replaceAll(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, ""), /<w:txbxContent[ >]/g),
    changes: count(body, /<w:(ins|del|moveTo) [^>]*[^/]>/g),
    numbers: countOtherNumbers(body, textOf("word/numbering.xml")),
  };
}

/** Lists that begin with another number than 1, or go on after something else: in a section each begins with 1. */
function countOtherNumbers(body: string, numbering: string): number {
  const starts = startsIn(numbering);
  const begun = new Set<string>();
  let others = 0;
  let last: string | null = null;
  for (const [paragraph] of body.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)) {
    const list = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(paragraph)?.[0] ?? "";
    const id = /<w:numId w:val="([1-9]\d*)"/.exec(list)?.[1] ?? null;
    const level = /<w:ilvl w:val="(\d)"/.exec(list)?.[1] ?? "0";
    const start = id === null ? null : (starts.get(`${id}/${level}`) ?? null);
    if (id !== null && start !== null && level === "0" && id !== last) {
      if (begun.has(id) || start !== 1) others++;
      begun.add(id);
    }
    last = id;
  }
  return others;
}

/** With which number each level of each list begins; bullets have none. */
function startsIn(numbering: string): Map<string, number> {
  const levels = (xml: string) =>
    [...xml.matchAll(/<w:lvl [\s\S]*?<\/w:lvl>/g)].flatMap(([lvl]) => {
      const level = /w:ilvl="(\d)"/.exec(lvl)?.[1];
      if (!level || /<w:numFmt w:val="(?:bullet|none)"/.test(lvl)) return [];
      return [[level, Number(/<w:start w:val="(\d+)"/.exec(lvl)?.[1] ?? 0)] as const];
    });
  const drafts = new Map(
    [...numbering.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"[\s\S]*?<\/w:abstractNum>/g)].map(
      ([xml, id]) => [id!, levels(xml)],
    ),
  );
  const starts = new Map<string, number>();
  for (const [xml, id] of numbering.matchAll(/<w:num [^>]*w:numId="(\d+)"[\s\S]*?<\/w:num>/g)) {
    const draft = /<w:abstractNumId w:val="(\d+)"/.exec(xml)?.[1] ?? "";
    for (const [level, start] of drafts.get(draft) ?? []) starts.set(`${id}/${level}`, start);
    for (const [, level, start] of xml.matchAll(
      /<w:lvlOverride w:ilvl="(\d)"[^>]*>\s*<w:startOverride w:val="(\d+)"/g,
    )) {
      if (starts.has(`${id}/${level}`)) starts.set(`${id}/${level}`, Number(start));
    }
  }
  return starts;
}

function wordsOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, words]) => words)
    .join("")
    .trim();
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
