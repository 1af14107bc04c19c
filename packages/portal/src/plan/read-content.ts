import type { AdoptedPlan } from "@upiao/document";
import type { DataSource } from "typeorm";

/** The canonical bytes of published adoptions, in the order of the ids. */
export async function readBytes(database: DataSource, adoptionIds: readonly string[]): Promise<Buffer[]> {
  const rows: { id: string; content: Buffer }[] = await database.query(
    `SELECT a.id, a.content FROM adoption a JOIN publication p ON p.adoption_id = a.id WHERE a.id = ANY($1)`,
    [adoptionIds],
  );
  const found = new Map(rows.map(({ id, content }) => [id, content]));
  return adoptionIds.map((id) => found.get(id)!);
}

export async function readContents(
  database: DataSource,
  adoptionIds: readonly string[],
): Promise<AdoptedPlan[]> {
  const bytes = await readBytes(database, adoptionIds);
  return bytes.map((content) => JSON.parse(content.toString("utf8")));
}
