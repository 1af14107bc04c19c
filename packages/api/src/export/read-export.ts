import { FileExport } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import type { Context } from "../context.ts";
import { mostExports, mostKeptExports } from "../limits.ts";
import type { Reader } from "../reader.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts } from "../section/read-section.ts";
import { readSubject } from "./export-subject.ts";

/** An export of this person's, as long as they may read everything that is in it. Throws NOT_FOUND for every other. */
export async function readExport(context: Context, id: string): Promise<FileExport> {
  const { userId } = context.signedIn;
  const found = await context.parts.database
    .getRepository(FileExport)
    .findOneBy({ id: askedId(id), byUserId: userId });
  if (!found) throw new Refusal("NOT_FOUND");
  await checkReadable(context, found);
  return found;
}

/** All exports of this person's that `readExport` gives them, the latest first. */
export async function listExports(context: Context): Promise<FileExport[]> {
  const { userId } = context.signedIn;
  const rows = await context.parts.database.getRepository(FileExport).find({
    where: { byUserId: userId },
    order: { at: "DESC", id: "DESC" },
    // Those that waited when others made place for them may have been finished since.
    take: mostKeptExports + mostExports,
  });
  // All at once: each row asks for its own at another moment.
  await context.loaders.facts.loadMany([...new Set(rows.flatMap(({ sectionIds }) => sectionIds))]);
  const readable = await Promise.all(rows.map((row) => isReadable(context, row)));
  return rows.filter((_, index) => readable[index]);
}

async function checkReadable(reader: Reader, one: FileExport): Promise<void> {
  // Why one has failed is told also to who may read nothing of it any more.
  if (one.state === "FAILED") return;
  await readSubject(reader, one);
  await Promise.all(one.sectionIds.map((sectionId) => readFacts(reader, sectionId)));
}

async function isReadable(reader: Reader, one: FileExport): Promise<boolean> {
  try {
    await checkReadable(reader, one);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
