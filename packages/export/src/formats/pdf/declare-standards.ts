/** Makes of a PDF that the compiler has declared to be PDF/A-2a one that says that it is PDF/UA-1, too. The compiler checks for
 *  either, and takes one at a time; whoever calls this has had it check the same pages for PDF/UA-1. What that one adds to
 *  a file are these two places: the title in the window's bar, and the name of the standard, which PDF/A wants described. */
export function declareStandards(pdf: Buffer): Buffer {
  const xmp = lastOf(pdf, "<?xpacket begin");
  const head = pdf.lastIndexOf("/Length ", xmp);
  const length = Number(/^\/Length (\d+)/.exec(pdf.toString("latin1", head, head + 30))![1]);
  const within = (after: number, text: string) => firstOf(pdf, text, after);
  const inXmp = [
    { at: within(xmp, ' xmlns:pdfaid="'), insert: ` xmlns:pdfuaid="${pdfuaid}"` },
    { at: within(xmp, "</rdf:Bag></pdfaExtension:schemas>"), insert: description },
    { at: within(xmp, "<pdfaid:part>"), insert: "<pdfuaid:part>1</pdfuaid:part>" },
  ];
  const added = inXmp.reduce((sum, { insert }) => sum + insert.length, 0);
  const viewer = "/ViewerPreferences <<";
  return edit(pdf, [
    { at: head + "/Length ".length, remove: String(length).length, insert: String(length + added) },
    ...inXmp,
    { at: within(xmp, viewer) + viewer.length, insert: "\n    /DisplayDocTitle true" },
  ]);
}

const pdfuaid = "http://www.aiim.org/pdfua/ns/id/";

const description =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${pdfuaid}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  "<pdfaProperty:description>Part of PDF/UA standard</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name>" +
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>";

interface Edit {
  readonly at: number;
  readonly remove?: number;
  readonly insert: string;
}

/** With the table of where its objects begin. */
function edit(pdf: Buffer, edits: readonly Edit[]): Buffer {
  const moved = (place: number) =>
    edits.reduce((to, { at, remove = 0, insert }) => (at < place ? to + insert.length - remove : to), place);
  const [, start] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString("latin1", pdf.length - 60)) ?? [];
  const trailer = lastOf(pdf, "trailer");
  const table = pdf
    .toString("latin1", Number(start), trailer)
    .replaceAll(/^(\d{10})(?= \d{5} n)/gm, (place) => String(moved(Number(place))).padStart(10, "0"));
  const end = pdf.toString("latin1", trailer).replace(/(startxref\s+)\d+/, `$1${moved(Number(start))}`);
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { at, remove = 0, insert } of edits) {
    pieces.push(pdf.subarray(from, at), Buffer.from(insert, "latin1"));
    from = at + remove;
  }
  return Buffer.concat([...pieces, pdf.subarray(from, Number(start)), Buffer.from(table + end, "latin1")]);
}

function firstOf(pdf: Buffer, text: string, after: number): number {
  const at = pdf.indexOf(text, after, "latin1");
  if (at < 0) throw new Error(`the compiler writes its PDF in another way: no ${text}`);
  return at;
}

function lastOf(pdf: Buffer, text: string): number {
  const at = pdf.lastIndexOf(text, undefined, "latin1");
  if (at < 0) throw new Error(`the compiler writes its PDF in another way: no ${text}`);
  return at;
}
