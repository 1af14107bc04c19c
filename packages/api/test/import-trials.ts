import { loadSectionFacts } from "@upiao/db";
import { whyNotActOnSection } from "@upiao/domain";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import type { World } from "./world.ts";

/** A text that is imported into each section. */
export async function importTrials({ database }: Served, world: World): Promise<Trial[]> {
  const facts = await loadSectionFacts(database, Object.values(world.sections));
  const content = JSON.stringify({
    type: "doc",
    content: [{ type: "block", content: [{ type: "text", text: "Importato" }] }],
  });
  return Object.entries(world.sections).map(
    ([key, sectionId]): Trial => ({
      name: `importTexts into ${key}`,
      query: "mutation ($parts: [ImportedPartInput!]!) { importTexts(parts: $parts) { id title } }",
      variables: { parts: [{ sectionId, mode: "APPEND", content }] },
      whyNot: ({ posts }) => whyNotActOnSection("edit", facts.get(sectionId)!, posts),
    }),
  );
}
