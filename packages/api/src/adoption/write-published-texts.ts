import { PublishedObjective, PublishedText, Version } from "@upiao/db";
import { type AdoptedPlan, objectivesIn, plainText } from "@upiao/document";
import { type EntityManager, In } from "typeorm";
import { fragmentOf, openBytes } from "../coediting/open-text.ts";

/** Writes what the search and the figures of the public read: what stands in the frozen versions of an adopted plan, in rows. */
export async function writePublishedTexts(
  tx: EntityManager,
  adoptionId: string,
  { firstYear, parts }: AdoptedPlan,
): Promise<void> {
  const texts = parts.flatMap(({ number, texts }) => texts.map((text) => ({ number, ...text })));
  const bytes = await readBytes(
    tx,
    texts.map(({ version }) => version),
  );
  const read = texts.map(({ version }) => {
    const doc = openBytes(bytes.get(version)!);
    try {
      return { words: plainText(fragmentOf(doc)), objectives: objectivesIn(fragmentOf(doc), firstYear) };
    } finally {
      doc.destroy();
    }
  });
  const rows = await tx.getRepository(PublishedText).save(
    texts.map(({ number, title, section: sectionId }, position) => {
      const { words } = read[position]!;
      return { adoptionId, position, number, title, sectionId, words };
    }),
  );
  await tx.getRepository(PublishedObjective).insert(
    rows.flatMap(({ id: textId }, index) =>
      read[index]!.objectives.map((record, position) => {
        const { key, title, items } = record;
        return { textId, position, key, title, items: [...items], record: { ...record } };
      }),
    ),
  );
}

async function readBytes(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const versions = await tx
    .getRepository(Version)
    .find({ where: { id: In([...ids]) }, select: { id: true, bytes: true } });
  return new Map(versions.map(({ id, bytes }) => [id, bytes]));
}
