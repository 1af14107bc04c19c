import type { PrintableDocument } from "../printable.ts";

interface PlanOf {
  readonly firstYear: number;
  readonly lastYear: number;
  /** As people call it. */
  readonly body: string;
}

/** What every plan is called. */
export function planHeading({
  firstYear,
  lastYear,
  body,
}: PlanOf): Pick<PrintableDocument, "title" | "subtitle" | "language" | "firstYear"> {
  const title = `Piano integrato di attività e organizzazione ${firstYear}-${lastYear}`;
  return { title, subtitle: body, language: "it", firstYear };
}
