import type { OutlineLine, WrittenSection } from "../plan/outline-plan.ts";
import { isOpenToChange, type State } from "./state.ts";

/** A section as far as it matters whether its plan is complete. */
export interface MeasuredSection extends WrittenSection {
  readonly state: State;
  readonly isEmpty: boolean;
}

/** A line of the plan's outline on which something is missing. */
export interface Gap {
  readonly number: string;
  readonly title: string;
  /** MISSING: no section stands there. EMPTY: it has no words. */
  readonly what: "MISSING" | "EMPTY";
  /** The form of this body's size asks for it. */
  readonly required: boolean;
  readonly requiredVerified: boolean;
}

/** What a plan lacks against the piano-tipo (DM 132/2022). A part that only heads its subsections is measured by them. */
export function gapsOf(outline: readonly OutlineLine<MeasuredSection>[]): Gap[] {
  return outline.flatMap(({ number, title, required, requiredVerified, sections }, index): Gap[] => {
    const isHeading = sections.length === 0 && (outline[index + 1]?.number.startsWith(`${number}.`) ?? false);
    if (isHeading) return [];
    const gap = { number, title, required, requiredVerified };
    if (sections.length === 0) return required ? [{ ...gap, what: "MISSING" }] : [];
    return sections.every((section) => section.isEmpty) ? [{ ...gap, what: "EMPTY" }] : [];
  });
}

/** Sections of a plan that are not validated yet. A plan is validated when its parts are. */
export function notYetValidated<S extends { readonly state: State }>(sections: readonly S[]): S[] {
  return sections.filter((section) => isOpenToChange(section.state));
}
