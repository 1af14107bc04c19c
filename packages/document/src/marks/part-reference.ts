import { safeAddress } from "./safe-address.ts";

const shape = /^piao:([1-9]\d?(?:\.[1-9]\d?)?|[A-Z]{1,30})$/;

/** The code of the part to which a link leads within the plan that its text stands in, or null: it leads elsewhere, or nowhere.
 *  Which number the part has, and whether it is there at all, each plan says for itself. */
export function partReference(href: unknown): string | null {
  return (typeof href === "string" && shape.exec(href)?.[1]) || null;
}

export function referenceTo(code: string): string {
  return `piao:${code}`;
}

/** What a link may carry: a reference to a part of the plan as it is, an address outside if it is a safe one, else null. */
export function linkTarget(value: unknown): string | null {
  return partReference(value) === null ? safeAddress(value) : String(value);
}
