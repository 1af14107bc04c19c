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
  for (const [position, { number, title, section: sectionId, version }] of texts.entries()) {
    const doc = openBytes(bytes.get(version)!);
    try {
      const words = plainText(fragmentOf(doc));
      const text = { adoptionId, position, number, title, sectionId, words };
      const { id: textId } = await tx.getRepository(PublishedText).save(text);
      await tx.getRepository(PublishedObjective).insert(
        objectivesIn(fragmentOf(doc), firstYear).map((record, place) => {
          const { key, title, items } = record;
          return { textId, position: place, key, title, items: [...items], record: { ...record } };
        }),
      );
    } finally {
      doc.destroy();
    }
  }
}

async function readBytes(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const versions = await tx
    .getRepository(Version)
    .find({ where: { id: In([...ids]) }, select: { id: true, bytes: true } });
  return new Map(versions.map(({ id, bytes }) => [id, bytes]));
}
