import type { Direction, PlanForm, Unit } from "@upiao/domain";
import type { italian } from "./italian.ts";

/** The Italian catalogue says what there is to say; another language says all of it, or does not compile. */
export type Words = Widened<typeof italian>;

type Widened<Part> = Part extends string
  ? string
  : Part extends (...gaps: infer Gaps) => string
    ? (...gaps: Gaps) => string
    : Part extends readonly unknown[]
      ? Part
      : { readonly [Key in keyof Part]: Widened<Part[Key]> };

export type UnitWords = Readonly<Record<Unit, string>>;
export type DirectionWords = Readonly<Record<Direction, string>>;
export type FormWords = Readonly<Record<PlanForm, string>>;
