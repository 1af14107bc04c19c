const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML has no place for is gone before (`cleanText`). */
export function xmlText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => entities[letter]!);
}

/** Text as OpenDocument keeps it: of several spaces a reader would keep one. */
export function odtText(text: string): string {
  return xmlText(text)
    .replaceAll(/ {2,}|^ +| +$/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll("\t", "<text:tab/>");
}
