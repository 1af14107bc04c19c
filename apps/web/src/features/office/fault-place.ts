import type { Problem } from "../../api/problem.ts";

/** The field at which the server's refusal of a datum is shown; null where it is of the whole. */
export function faultPlace<Name extends string>(
  { code, details }: Problem,
  fields: readonly Name[],
): { readonly field: Name } | null {
  const field = code === "BAD_INPUT" ? fields.find((name) => name === details.field) : undefined;
  return field ? { field } : null;
}
