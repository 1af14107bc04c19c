import type { Section } from "@upiao/db";
import type { SectionFacts } from "@upiao/domain";

/** The register in which what happens to a section stands: its body's, or its office's. */
export function chainOf(section: Section, { owner }: SectionFacts): string {
  return owner.kind === "BODY" ? owner.bodyId : section.officeId!;
}
