import { createHash } from "node:crypto";
import { Adoption, PublishedFile } from "@upiao/db";
import type { AdoptedPlan } from "@upiao/document";
import { exportFormats, fileExtensions } from "@upiao/domain";
import { printablePlan } from "@upiao/export";
import type { DataSource } from "typeorm";
import { filesJob } from "../adoption/publish-plan.ts";
import type { ExportParts } from "./draft.ts";
import { formatOf } from "./format-of.ts";
import { filesQueue } from "./start-export.ts";

const publishedFormats = exportFormats.map((format) => fileExtensions[format]);

/** Makes the files in which an adopted plan is downloaded, each once and for good. Done again, it makes those that are missing. */
export async function writePublishedFiles(
  { database, press }: Pick<ExportParts, "database" | "press">,
  { adoptionId }: { readonly adoptionId: string },
): Promise<void> {
  const { content, sha256 } = await database.getRepository(Adoption).findOneOrFail({
    where: { id: adoptionId },
    select: { id: true, content: true, sha256: true },
  });
  const plan = JSON.parse(content.toString()) as AdoptedPlan;
  const printable = printablePlan(plan, { sha256: sha256.toString("hex") });
  const files = database.getRepository(PublishedFile);
  for (const exportFormat of exportFormats) {
    const format = fileExtensions[exportFormat];
    if (await files.existsBy({ adoptionId, format })) continue;
    const bytes = Buffer.from((await press.write(formatOf(exportFormat), printable)).bytes);
    const hash = createHash("sha256").update(bytes).digest();
    // Another node may have made it meanwhile: what is there first is what people have downloaded.
    const row = { adoptionId, format, bytes, sha256: hash };
    await files.createQueryBuilder().insert().values(row).orIgnore().execute();
  }
}

/** Asks for the files that publications lack: of a demonstration that was written, or after a fault. A job that was given up
 *  stays given up. */
export async function queueMissingFiles(database: DataSource): Promise<void> {
  await database.query(
    `SELECT graphile_worker.add_job($1, json_build_object('adoptionId', adoption_id), queue_name := $2,
              job_key := 'files ' || adoption_id, job_key_mode := 'unsafe_dedupe')
       FROM publication AS p
      WHERE (SELECT count(*) FROM published_file AS f
              WHERE f.adoption_id = p.adoption_id AND f.format = ANY ($3)) < cardinality($3)`,
    [filesJob, filesQueue, publishedFormats],
  );
}
