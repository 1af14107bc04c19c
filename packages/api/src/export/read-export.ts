import { FileExport } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import type { Context } from "../context.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts } from "../section/read-section.ts";
import { checkReadable } from "./export-subject.ts";

/** An export of this person's, as long as they may read everything that is in it. Throws NOT_FOUND for every other. */
export async function readExport(context: Context, id: string): Promise<FileExport> {
  const { userId } = context.signedIn;
  const found = await context.parts.database
    .getRepository(FileExport)
    .findOneBy({ id: askedId(id), byUserId: userId });
  if (!found) throw new Refusal("NOT_FOUND");
  // Why one has failed is told also to who may read nothing of it any more.
  if (found.state === "FAILED") return found;
  await checkReadable(context, found);
  await Promise.all(found.sectionIds.map((sectionId) => readFacts(context, sectionId)));
  return found;
}
