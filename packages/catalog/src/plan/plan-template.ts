import {
  type Placement,
  type PlanTemplate,
  placements,
  type StrategyPlacement,
  type TemplatePart,
} from "@upiao/domain";
import { BadDataFile, type DataRecord, readJson } from "../data-file.ts";
import { noteOn } from "./notes.ts";

/** The PIAO's template (piano-tipo), with the three ways of placing the digital strategy.
 *  Origin: DM 132/2022 after a published plan and two commentaries (`source` of each part in piao-sections.json),
 *  and the placements of three bodies (placements.json). Each part says what of it is verified; the wording of
 *  the contents and of the references to articles is recalled, and is not to be shown as law. */
export function planTemplate(folder?: string): PlanTemplate {
  const parts = readJson("piao-sections.json", folder).records("sections");
  return {
    parts: parts.flatMap((part) => [part, ...subsectionsOf(part)]).map(templatePart),
    placements: strategyPlacements(readJson("placements.json", folder).records("placements")),
  };
}

function subsectionsOf(part: DataRecord): DataRecord[] {
  return part.records("subsections");
}

function templatePart(part: DataRecord): TemplatePart {
  const verified = part.record("verified");
  const number = part.text("number");
  return {
    number,
    title: part.text("title"),
    law: part.text("law"),
    lawVerified: verified.flag("law"),
    content: part.text("content"),
    contentVerified: verified.flag("content"),
    owner: part.text("owner"),
    note: noteOn(number, part.optionalText("simplifiedContent")),
    // «In parte» asks for the part too: which half of it, its content says.
    required: { FULL: part.flag("requiredFull"), SIMPLIFIED: part.flagOrRestriction("requiredSimplified") },
    requiredVerified: { FULL: verified.flag("number"), SIMPLIFIED: verified.flag("simplified") },
    servedByStrategy: part.optionalText("digitalStrategy")?.startsWith("strong") ?? false,
  };
}

function strategyPlacements(records: readonly DataRecord[]): Record<Placement, StrategyPlacement> {
  const found = new Map(records.map((record) => [record.oneOf("id", placements), strategyPlacement(record)]));
  const missing = placements.filter((placement) => !found.has(placement));
  if (missing.length > 0)
    throw new BadDataFile(`the reference file placements.json lacks ${missing.join(", ")}`);
  return Object.fromEntries(found) as Record<Placement, StrategyPlacement>;
}

function strategyPlacement(record: DataRecord): StrategyPlacement {
  const section = record.text("section");
  return {
    title: record.text("title"),
    part: section === "own" ? null : section,
    number: record.optionalText("defaultNumber"),
  };
}
