import { type Section, type Version } from "@upiao/db";
import { callBody, dayInItaly, lastYearOf, Refusal } from "@upiao/domain";
import { commentBlocks, type Press, type PrintedSection, printableSection } from "@upiao/export";
import type { Reader } from "../reader.ts";
import { readSection } from "../section/read-section.ts";
import { readVersion } from "../version/read-version.ts";
import type { Draft } from "./draft.ts";
import { readCommentRecords } from "./read-comment-records.ts";

/** The text of a section as it stands. */
export async function draftSection(reader: Reader, press: Press, sectionId: string): Promise<Draft> {
  const section = await readSection(reader, sectionId);
  const content = await press.readText(await reader.loaders.textBytes.load(section.id));
  return draftOf(reader, section, [], { subject: { what: "PRESENT", state: section.state }, content });
}

/** A version that was kept of a section. */
export async function draftVersion(reader: Reader, press: Press, versionId: string): Promise<Draft> {
  const version = await readVersion(reader, versionId);
  const section = await readSection(reader, version.sectionId);
  const content = await press.readText(await bytesOf(reader, version));
  const day = dayInItaly(version.at);
  return draftOf(reader, section, ["versione", version.number], {
    subject: { what: "VERSION", version },
    content,
    day,
  });
}

/** Two versions of a section, or one and its text as it stands, with what differs between them. */
export async function draftComparison(
  reader: Reader,
  press: Press,
  beforeId: string,
  afterId: string | null,
): Promise<Draft> {
  const before = await readVersion(reader, beforeId);
  const after = afterId === null ? null : await readVersion(reader, afterId);
  const section = await readSection(reader, before.sectionId);
  const now = after ? await bytesOf(reader, after) : await reader.loaders.textBytes.load(section.id);
  const content = await press.compare(await bytesOf(reader, before), now);
  const words = ["confronto", before.number, after ? after.number : "oggi"];
  return draftOf(reader, section, words, { subject: { what: "COMPARISON", before, after }, content });
}

/** What was said of a section. */
export async function draftComments(reader: Reader, sectionId: string): Promise<Draft> {
  const section = await readSection(reader, sectionId);
  const content = commentBlocks(await readCommentRecords(reader, section.id));
  return draftOf(reader, section, ["commenti"], { subject: { what: "COMMENTS" }, content });
}

async function draftOf(
  { loaders }: Reader,
  { id, title, firstYear }: Section,
  words: readonly (string | number)[],
  printed: Pick<PrintedSection, "subject" | "content"> & { readonly day?: string },
): Promise<Draft> {
  const owner = (await loaders.owners.load(id))!;
  const body = owner.bodyId === null ? null : await loaders.bodies.load(owner.bodyId);
  const at = new Date();
  const lastYear = lastYearOf(firstYear);
  return {
    printable: printableSection({
      ...{ title, firstYear, lastYear, at, day: dayInItaly(at) },
      owner: body ? callBody(body) : owner.ownerName,
      ...printed,
    }),
    words: [title, body?.name ?? null, firstYear, lastYear, ...words],
    sectionIds: [id],
  };
}

async function bytesOf({ loaders }: Reader, { id }: Version): Promise<Uint8Array> {
  const bytes = await loaders.versionBytes.load(id);
  // Thinned out between the two statements.
  if (!bytes) throw new Refusal("NOT_FOUND");
  return bytes;
}
