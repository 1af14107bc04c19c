import type { PlanPlace } from "@upiao/domain";
import type { ImportIntoPlanQuery, ImportIntoSectionQuery } from "../../generated/graphql.ts";

/** Where a part of a file can go. */
export interface ImportTarget extends PlanPlace {
  readonly key: string;
  /** Null: the section is made by the import. */
  readonly sectionId: string | null;
  readonly code: string;
  readonly isBlank: boolean;
}

type Section = NonNullable<ImportIntoSectionQuery["section"]>;

/** The sections of a plan in which I may write, and the parts that may have one, in the order of the plan. */
export function targetsOfPlan({ plan, addableParts }: ImportIntoPlanQuery): ImportTarget[] {
  const outline = plan?.outline ?? [];
  const numbered = new Set(outline.map(({ number }) => number));
  const newOne = ({ code, title }: ImportIntoPlanQuery["addableParts"][number]): ImportTarget => ({
    ...{ key: `new ${code}`, sectionId: null, code, title, isBlank: true },
    number: numbered.has(code) ? code : "",
  });
  return [
    ...outline.flatMap(({ number, sections }) => [
      ...sections.flatMap((section) => targetsOfSection(section, number)),
      ...addableParts.filter(({ code }) => code === number).map(newOne),
    ]),
    // The strategy and what is added to it have a place and no number of their own.
    ...addableParts.filter(({ code }) => !numbered.has(code)).map(newOne),
  ];
}

export function targetsOfSection(
  { id, code, title, myAccess, plainText }: Section,
  number = "",
): ImportTarget[] {
  if (myAccess !== "EDIT") return [];
  return [{ key: id, sectionId: id, code, number, title, isBlank: plainText.trim() === "" }];
}
