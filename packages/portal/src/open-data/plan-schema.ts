import { actKinds, bodyTypes, directions, measurers, planForms, units } from "@upiao/domain";
import { schemaPath } from "./licence.ts";

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: "string", description });
const textOrNull = (description: string): Schema => ({ type: ["string", "null"], description });
const address = (description: string): Schema => ({ type: "string", format: "uri", description });
const numberOrNull = (description: string): Schema => ({ type: ["number", "null"], description });
const yearOf = (description: string): Schema => ({
  ...{ type: "integer", minimum: 2000, maximum: 2100 },
  description,
});
const oneOf = (words: readonly string[], description: string): Schema => ({ enum: words, description });
const list = (items: Schema, description: string): Schema => ({ type: "array", items, description });

/** Programs that know these fields go on when others come beside them: an addition is no new version. */
const whole = (properties: Readonly<Record<string, Schema>>, description: string): Schema => ({
  type: "object",
  description,
  required: Object.keys(properties),
  properties,
});

const measurement = whole(
  {
    year: yearOf("Year that was measured."),
    round: { enum: [1, 2], description: "1: the first half year; 2: the whole year." },
    value: numberOrNull("In the unit of the indicator; null: not available («n.d.»)."),
    noValueReason: {
      enum: ["NOT_AVAILABLE", null],
      description: "Why the value is null: the body has declared it not available. Null where there is one.",
    },
  },
  "What the body has measured in a round of a year.",
);

const indicator = whole(
  {
    id: address("Stable identifier, through all versions of the plan."),
    key: text("Key of the indicator in its plan."),
    name: text("Name, in Italian."),
    unit: oneOf(units, "Of all values. PERCENT: 0 to 100; EURO: euro; YES_NO: 1 yes, 0 no."),
    direction: oneOf(directions, "Which way it should go."),
    baseline: numberOrNull("Value at the start; null: none was set."),
    source: textOrNull("Where the values come from."),
    measuredBy: oneOf(
      measurers,
      "EACH: each body that has this text measures it for itself. LEAD: only the body that leads them does, and the others have no measurements.",
    ),
    targets: list(
      whole(
        { year: yearOf("Year."), value: { type: "number", description: "Value expected." } },
        "A target.",
      ),
      "Values expected, by year; years without one are left out.",
    ),
    measurements: list(measurement, "By year and round; what was not measured yet is left out."),
  },
  "An indicator of an objective.",
);

const objective = whole(
  {
    id: address("Stable identifier, through all versions of the plan."),
    key: text("Key of the objective in its plan."),
    sectionNumber: text("Part of the plan in which it stands, as 2.1."),
    title: text("Title, in Italian."),
    responsible: textOrNull("Who answers for it."),
    strategyItems: list({ type: "string" }, "Codes of the Piano triennale per l'informatica, as RA1.1.1."),
    dup: textOrNull("Reference to the DUP."),
    peg: textOrNull("Reference to the PEG."),
    budget: textOrNull("Reference to the budget."),
    service: textOrNull("Code of the service of the Province's hub."),
    call: textOrNull("Code of the funding call."),
    indicators: list(indicator, "In the order of the plan."),
  },
  "An objective, as it was adopted.",
);

/** JSON Schema of `dati.json`. */
export function planSchema(site: string): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: site + schemaPath,
    title: "PIAO: a published plan as data, version 1",
    ...whole(
      {
        $schema: address("Address of this schema."),
        version: { const: "v1", description: "Of the fields." },
        licence: address("Licence of the data."),
        id: address("Stable identifier of the plan: its address, under which the version in force is read."),
        versionId: address("Stable identifier of this version: its address for good."),
        body: whole(
          {
            id: address("Stable identifier of the body: the address of its page."),
            name: text("Name, without «Comune di»."),
            type: oneOf(bodyTypes, "Kind of body."),
            istatCode: textOrNull("ISTAT code, with its leading zeros."),
            ipaCode: textOrNull("Code in the Indice delle pubbliche amministrazioni."),
            provinceSign: textOrNull("Sign of the province, as LU."),
          },
          "Who adopted the plan.",
        ),
        firstYear: yearOf("First of the three years."),
        lastYear: yearOf("Last of the three years."),
        form: oneOf(planForms, "FULL, or SIMPLIFIED for bodies with fewer than 50 employees."),
        amendment: {
          ...{ type: "integer", minimum: 0 },
          description: "0: the first adoption; n: its aggiornamento n. n.",
        },
        isInForce: { type: "boolean", description: "No later version was published." },
        act: whole(
          {
            kind: oneOf(actKinds, "Kind of act."),
            number: text("Number of the act, as it is cited."),
            day: { type: "string", format: "date", description: "Day of the act." },
            file: address("File of the act."),
          },
          "The act of adoption.",
        ),
        reason: textOrNull("Why the plan was amended; null for the first adoption."),
        publishedAt: { type: "string", format: "date-time", description: "When it was published." },
        canonical: address("The adopted text in its canonical form, of which sha256 is."),
        sha256: { type: "string", pattern: "^[0-9a-f]{64}$", description: "Of the canonical form." },
        dup: textOrNull("The DUP to which the plan is tied, as it is cited."),
        peg: textOrNull("The PEG to which the plan is tied, as it is cited."),
        sections: list(
          whole(
            {
              id: address("Where it is read."),
              number: text("Number of its part of the plan, as 2.1."),
              title: text("Title, in Italian."),
              isShared: {
                type: "boolean",
                description: "Written by the bodies of an associated office together.",
              },
              text: text("The words, without their looks."),
            },
            "A text of the plan.",
          ),
          "In the order of the plan.",
        ),
        objectives: list(objective, "In the order of the plan."),
      },
      "A PIAO as a body adopted and published it, with what was measured since.",
    ),
  };
}
