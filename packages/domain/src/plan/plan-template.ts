import type { Placement, PlanForm } from "./plan-form.ts";

/** What the law asks in a part of the plan. What nobody has verified is marked so, and not shown as law. */
export interface Guidance {
  readonly number: string;
  readonly title: string;
  readonly law: string;
  readonly lawVerified: boolean;
  readonly content: string;
  readonly contentVerified: boolean;
  /** Who usually writes it. */
  readonly owner: string;
  /** A hint that is never law; the sentence says itself what is still to be verified. */
  readonly note: string | null;
}

/** A part of the PIAO, or a subsection, as the template (piano-tipo) has it. */
export interface TemplatePart extends Guidance {
  readonly required: Readonly<Record<PlanForm, boolean>>;
  readonly requiredVerified: Readonly<Record<PlanForm, boolean>>;
  /** Much of what this part asks is answered by the digital strategy. */
  readonly servedByStrategy: boolean;
}

/** One of the ways in which bodies place their digital strategy. */
export interface StrategyPlacement {
  readonly title: string;
  /** The part that it stands in; null: a subsection of its own, anywhere. */
  readonly part: string | null;
  /** Its number when the plan gives none; null: the first free one of its part. */
  readonly number: string | null;
}

/** The PIAO's template as a plain value: the catalogue reads it, so that the rules need no file. */
export interface PlanTemplate {
  /** Parts and subsections in the order of the plan. */
  readonly parts: readonly TemplatePart[];
  readonly placements: Readonly<Record<Placement, StrategyPlacement>>;
}
