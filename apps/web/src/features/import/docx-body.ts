/** The body of a document as mammoth reads it without losing words. */
export function readableBody(xml: string): string {
  return (
    xml
      // It takes a row that says that it is no header for one,
      .replaceAll(/<w:tblHeader w:val="(?:0|off|false)"\s*\/>/g, "")
      // knows one of two ways to write that a line ends,
      .replaceAll(/<w:cr\s*\/>/g, "<w:br/>")
      // leaves out what stands in a field or is told which way it is read,
      .replaceAll(/<\/?w:(?:fldSimple|dir|bdo)(?:\s[^>]*)?>/g, "")
      // and finds the words of a text box only in the older way to write one, which not every program adds.
      .replaceAll(/<mc:AlternateContent>[\s\S]*?<\/mc:AlternateContent>/g, (either) =>
        /<mc:Fallback>[\s\S]*<w:txbxContent>/.test(either)
          ? either.replaceAll(/<mc:Choice[\s\S]*?<\/mc:Choice>/g, "")
          : withBoxes(either),
      )
      .replaceAll(/<w:drawing>[\s\S]*?<\/w:drawing>/g, withBoxes)
  );
}

function withBoxes(drawing: string): string {
  const boxes = drawing.match(/<w:txbxContent>[\s\S]*?<\/w:txbxContent>/g);
  if (!boxes) return drawing;
  const inside = boxes.map((box) => `<v:shape><v:textbox>${box}</v:textbox></v:shape>`).join("");
  return `<w:pict xmlns:v="urn:schemas-microsoft-com:vml">${inside}</w:pict>`;
}
