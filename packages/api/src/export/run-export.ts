import { FileExport } from "@upiao/db";
import { type ExportFailure, fileExtensions, fileNameOf, Refusal } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { exportAttempts } from "../limits.ts";
import { readerOf } from "../people/reader-of.ts";
import type { ExportParts } from "./draft.ts";
import { draftExport } from "./draft-export.ts";
import { formatOf } from "./format-of.ts";

/** How far an export is once everything is read. Writing takes the rest, and nobody knows how far it is. */
const readPercent = 60;

/** Makes the file of an export, with the rights that its person has now. It may be done again: whoever died over it has noted
 *  nothing. What it throws is tried again, until the last time. */
export async function runExport(
  parts: ExportParts,
  { exportId: id }: { readonly exportId: string },
  { attempt }: { readonly attempt: number },
): Promise<void> {
  const { database, press } = parts;
  const rows = database.getRepository(FileExport);
  const asked = await rows.findOneBy({ id });
  if (!asked || asked.state === "DONE" || asked.state === "FAILED") return;
  const note = (progress: number) => rows.update({ id, state: "RUNNING" }, { progress });
  try {
    await rows.update(id, { state: "RUNNING", progress: 0 });
    const reader = await readerOf(database, asked.byUserId);
    const { printable, words, sectionIds } = await draftExport(parts, reader, asked, async (read, of) => {
      await note(Math.floor((read / of) * readPercent));
    });
    await note(readPercent);
    const { bytes, mediaType } = await press.write(formatOf(asked.format), printable);
    await rows.update(id, {
      ...{ state: "DONE", progress: 100, mediaType, sectionIds: [...sectionIds] },
      bytes: Buffer.from(bytes),
      name: fileNameOf(words, fileExtensions[asked.format]),
    });
  } catch (error) {
    // What may not be read will not be readable by trying again.
    if (error instanceof Refusal) return fail(database, id, "NOT_READABLE");
    if (attempt >= exportAttempts) await fail(database, id, "NOT_WRITTEN");
    throw error;
  }
}

async function fail(database: DataSource, id: string, failure: ExportFailure): Promise<void> {
  await database.getRepository(FileExport).update(id, { state: "FAILED", failure });
}
