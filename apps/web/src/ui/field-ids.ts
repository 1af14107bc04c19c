import { createContext, useContext } from "react";
import type { FormFault } from "./use-form.ts";

/** Tells apart the fields of two forms on one page. */
export const FormId = createContext("");

/** The id of a field's control, for a link to it. */
export function controlId(form: string, name: string): string {
  return `${form}${name}`;
}

export function useFieldIds(name: string, shown: { hint?: string | undefined; fault?: string | undefined }) {
  const input = controlId(useContext(FormId), name);
  const hint = `${input}-hint`;
  const fault = `${input}-fault`;
  const description = [shown.hint && hint, shown.fault && fault].filter(Boolean).join(" ") || undefined;
  return { input, hint, fault, description };
}

export function faultAt(faults: readonly FormFault[], name: string): string | undefined {
  return faults.find(({ field }) => field === name)?.sentence;
}
