import type { BodyType, PlanForm } from "../plan/plan-form.ts";
import type { Guidance } from "../plan/plan-template.ts";

/** Whether a form of the plan asks for a part, and whether somebody has verified that it does. */
export interface FormNeed {
  readonly form: PlanForm;
  readonly isRequired: boolean;
  readonly verified: boolean;
  /** Which half of it, where it is asked for in part. */
  readonly onlyIn: string | null;
}

/** A section or a subsection of the PIAO, as the reference data have it. */
export interface CataloguePart extends Guidance {
  readonly needs: readonly FormNeed[];
  readonly source: string;
}

/** Who adopts the plan of a kind of body. */
export interface CatalogueAdoption {
  readonly bodyType: BodyType;
  readonly organ: string;
  readonly act: string;
  readonly verified: boolean;
  readonly source: string | null;
}

/** A dimension of public value, or something that a Province does for its Comuni. */
export interface CatalogueEntry {
  readonly code: string;
  readonly title: string;
  readonly description: string;
}

/** Entries that have one origin. */
export interface CatalogueList {
  readonly edition: string;
  readonly source: string;
  readonly verified: boolean;
  readonly entries: readonly CatalogueEntry[];
}

/** What plans refer to, beside the Piano triennale, as plain values: the catalogue reads them, so that the rules need no file. */
export interface Catalogue {
  readonly parts: readonly CataloguePart[];
  readonly adoptions: readonly CatalogueAdoption[];
  readonly publicValue: CatalogueList;
  readonly hubFunctions: CatalogueList;
}
