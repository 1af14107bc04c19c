import { type Placement, type PlanForm, type State, sectionCodes } from "@upiao/domain";
import type { DemoAddress } from "./accounts.ts";
import type { DemoBody } from "./bodies.ts";
import { planYear } from "./write-office.ts";

/** A plan of the demonstration. Its texts are in the catalogue, in the folder `texts`, a file for each code. */
export interface DemoPlan {
  readonly body: DemoBody;
  readonly firstYear: number;
  readonly form: PlanForm;
  readonly placement: Placement;
  readonly placementNumber?: string;
  readonly state: State;
  readonly dup?: string;
  readonly peg?: string;
  readonly sections: readonly string[];
  /** Sections in another state than the plan's. */
  readonly otherStates?: Readonly<Record<string, State>>;
  readonly texts: string;
  /** Sections that have a text; without, all of them. */
  readonly written?: readonly string[];
  readonly author: DemoAddress;
}

const fullParts = ["1", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4"];
const simplifiedParts = ["1", "2.3", "3.1", "3.2", "3.3"];
const { addendum } = sectionCodes;

/** Every state that this release can reach, and each way of placing the strategy. No plan of the years of the
 *  shared strategy is adopted: the strategy itself is still being written. */
export const demoPlans: readonly DemoPlan[] = [
  {
    body: "lucca",
    firstYear: 2025,
    form: "FULL",
    placement: "LUCCA",
    state: "PUBLISHED",
    dup: "Deliberazione del Consiglio provinciale n. 58 del 17 dicembre 2024 (atto dimostrativo)",
    peg: "Decreto del Presidente n. 3 del 16 gennaio 2025 (atto dimostrativo)",
    sections: fullParts,
    texts: "lucca-2025",
    author: "redattore.lucca",
  },
  {
    body: "capannori",
    firstYear: 2025,
    form: "FULL",
    placement: "LUCCA",
    state: "PUBLISHED",
    dup: "Deliberazione del Consiglio comunale n. 68 del 19 dicembre 2024 (atto dimostrativo)",
    peg: "Deliberazione della Giunta comunale n. 3 del 14 gennaio 2025 (atto dimostrativo)",
    sections: fullParts,
    texts: "capannori-2025",
    author: "redattore.capannori",
  },
  {
    body: "barga",
    firstYear: 2025,
    form: "FULL",
    placement: "TERNI",
    state: "PUBLISHED",
    dup: "Deliberazione del Consiglio comunale n. 52 del 20 dicembre 2024 (atto dimostrativo)",
    peg: "Deliberazione della Giunta comunale n. 6 del 16 gennaio 2025 (atto dimostrativo)",
    sections: fullParts,
    texts: "barga-2025",
    author: "redattore.barga",
  },
  {
    body: "lucca",
    firstYear: planYear,
    form: "FULL",
    placement: "LUCCA",
    state: "SUBMITTED",
    dup: "Deliberazione del Consiglio provinciale n. 61 del 16 dicembre 2025 (atto dimostrativo)",
    peg: "Decreto del Presidente n. 5 del 15 gennaio 2026 (atto dimostrativo)",
    sections: fullParts,
    otherStates: { "2.1": "VALIDATED", "2.2": "VALIDATED", "2.3": "VALIDATED" },
    texts: "lucca",
    author: "redattore.lucca",
  },
  {
    body: "capannori",
    firstYear: planYear,
    form: "FULL",
    placement: "LUCCA",
    state: "SUBMITTED",
    dup: "Deliberazione del Consiglio comunale n. 71 del 18 dicembre 2025 (atto dimostrativo)",
    peg: "Deliberazione della Giunta comunale n. 4 del 14 gennaio 2026 (atto dimostrativo)",
    sections: [...fullParts, addendum],
    texts: "capannori",
    author: "redattore.capannori",
  },
  {
    body: "barga",
    firstYear: planYear,
    form: "FULL",
    placement: "TERNI",
    state: "DRAFT",
    dup: "Deliberazione del Consiglio comunale n. 49 del 22 dicembre 2025 (atto dimostrativo)",
    sections: [...fullParts, addendum],
    texts: "barga",
    written: ["1", "2.1", "3.1", addendum],
    author: "redattore.barga",
  },
  {
    body: "gallicano",
    firstYear: planYear,
    form: "SIMPLIFIED",
    placement: "ROMA_CAPITALE",
    state: "CHANGES_REQUESTED",
    sections: [...simplifiedParts, addendum],
    otherStates: { "1": "SUBMITTED", "2.3": "SUBMITTED", "3.2": "SUBMITTED", "3.3": "VALIDATED" },
    texts: "gallicano",
    author: "redattore.gallicano",
  },
  {
    body: "coreglia",
    firstYear: planYear,
    form: "SIMPLIFIED",
    placement: "LUCCA",
    state: "VALIDATED",
    // The performance subsection, which the simplified form leaves to the body's choice.
    sections: [...simplifiedParts, "2.2", addendum],
    texts: "coreglia",
    author: "redattore.coreglia",
  },
  {
    body: "fosciandora",
    firstYear: planYear,
    form: "SIMPLIFIED",
    placement: "ROMA_CAPITALE",
    placementNumber: "3.4",
    state: "DRAFT",
    sections: [...simplifiedParts, addendum],
    texts: "fosciandora",
    written: ["1", addendum],
    author: "redattore.fosciandora",
  },
  {
    body: "pisa",
    firstYear: planYear,
    form: "FULL",
    placement: "TERNI",
    state: "DRAFT",
    sections: fullParts,
    texts: "pisa",
    written: ["1", "2.1", "2.2"],
    author: "redattore.pisa",
  },
];
