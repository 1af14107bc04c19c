/** XML whose gaps are text: nothing in them is read as a tag. Lists of XML stand as they are. */
export function xml(pieces: TemplateStringsArray, ...gaps: (string | number | Xml | readonly Xml[])[]): Xml {
  return new Xml(pieces.reduce((written, piece, index) => written + spell(gaps[index - 1] ?? "") + piece));
}

export class Xml {
  constructor(readonly text: string) {}
}

const names: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
};

function spell(gap: string | number | Xml | readonly Xml[]): string {
  if (gap instanceof Xml) return gap.text;
  if (typeof gap === "object") return gap.map(({ text }) => text).join("");
  // XML 1.0 has no way to write the other signs below the space.
  return String(gap)
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\ufffd")
    .replaceAll(/[<>&"']/g, (sign) => names[sign]!);
}
