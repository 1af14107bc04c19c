import { strategyEditions } from "@upiao/catalog";
import type { StrategyEditionRecord } from "@upiao/domain";

/** Another edition than the catalogue's, in which RA3.2.2 has a new title, RA4.1.1 is gone, and RA5.1.1 is what RA5.1.2 was. */
export function nextEdition(code: string): StrategyEditionRecord {
  const [first] = strategyEditions();
  const titleOf = (code: string) => first!.items.find((item) => item.code === code)!.title;
  const items = first!.items
    .filter(({ code }) => code !== "RA4.1.1" && code !== "RA5.1.2")
    .map((item) => {
      if (item.code === "RA3.2.2") return { ...item, title: `${item.title}, anche in lingua dei segni` };
      return item.code === "RA5.1.1" ? { ...item, title: titleOf("RA5.1.2") } : item;
    });
  const codes = new Set(items.map((item) => item.code));
  const orphans = items.map((item) =>
    item.parent !== null && !codes.has(item.parent) ? { ...item, parent: null } : item,
  );
  return { ...first!, code, items: orphans };
}
