import { styleOf } from "./inline-marks.ts";

/** A list item as Word writes it: an ordinary paragraph whose style names list and level, with the marker as
 *  text in a part that says it is to be ignored. */
export function readWordListItem(paragraph: Element): { kind: "bullet" | "ordered"; indent: number } | null {
  const level = /\blevel(\d+)/.exec(styleOf(paragraph).get("mso-list") ?? "")?.[1];
  if (!level) return null;
  const marker = [...paragraph.querySelectorAll("[style]")].find(isWordMarker)?.textContent ?? "";
  // «1.», «a)», «IV.», «1.2»; a bullet is a sign, or a letter alone in a font of signs.
  const isNumber = /^[\s\u00a0]*\(?(\d+(\.\d+)*|[a-z]{1,2}|[ivxlcdm]+)[.)]/i.test(marker);
  return { kind: isNumber ? "ordered" : "bullet", indent: Number(level) - 1 };
}

export function isWordMarker(element: Element): boolean {
  return styleOf(element).get("mso-list") === "ignore";
}
