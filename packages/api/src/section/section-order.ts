import { badInput } from "@upiao/domain";
import type { SectionOwner } from "./load-owners.ts";

/** A section's place in lists: shared ones first, then by body and part of the plan; the latest years first. */
export type Place = readonly [rank: number, ownerName: string, code: string, lastFirst: number, id: string];

// "2.10" comes after "2.9".
const alphabet = new Intl.Collator("it", { numeric: true });

export function placeOf(owner: SectionOwner): Place {
  return [owner.bodyId === null ? 0 : 1, owner.ownerName, owner.code, -owner.firstYear, owner.sectionId];
}

export function comparePlaces(one: Place, other: Place): number {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    const order = typeof part === "number" ? part - Number(against) : alphabet.compare(part, String(against));
    if (order !== 0) return order;
  }
  return 0;
}

/** A place as programs carry it: opaque, and good also when the section it was taken at is no longer there. */
export function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

export function placeAt(cursor: string): Place {
  const place = parse(Buffer.from(cursor, "base64url").toString());
  const kinds = Array.isArray(place) ? place.map((part) => typeof part).join(" ") : "";
  if (kinds !== "number string string number string") throw badInput("after", "CURSOR");
  return place as unknown as Place;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput("after", "CURSOR");
  }
}
