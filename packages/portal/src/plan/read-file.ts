import type { DataSource } from "typeorm";

export interface FileFacts {
  readonly sha256: string;
  readonly size: number;
}

export async function readFileFacts(
  database: DataSource,
  adoptionId: string,
  format: string,
): Promise<FileFacts | null> {
  const rows: FileFacts[] = await database.query(
    `SELECT encode(f.sha256, 'hex') AS sha256, octet_length(f.bytes) AS size
      FROM published_file f JOIN publication p ON p.adoption_id = f.adoption_id
      WHERE f.adoption_id = $1 AND f.format = $2`,
    [adoptionId, format],
  );
  return rows[0] ?? null;
}

export async function readPublishedFile(
  database: DataSource,
  adoptionId: string,
  format: string,
): Promise<Buffer> {
  const rows: { bytes: Buffer }[] = await database.query(
    `SELECT f.bytes FROM published_file f JOIN publication p ON p.adoption_id = f.adoption_id
      WHERE f.adoption_id = $1 AND f.format = $2`,
    [adoptionId, format],
  );
  return rows[0]!.bytes;
}

const mediaType = /^[a-z]+\/[\w.+-]+$/i;

/** The file of the act by which a published plan was adopted. */
export async function readActFile(database: DataSource, adoptionId: string) {
  const from = `FROM adoption a JOIN publication p ON p.adoption_id = a.id JOIN act_file f ON f.id = a.act_file_id
      WHERE a.id = $1`;
  const rows: (FileFacts & { name: string; mediaType: string })[] = await database.query(
    `SELECT f.name, f.media_type AS "mediaType", encode(f.sha256, 'hex') AS sha256, octet_length(f.bytes) AS size ${from}`,
    [adoptionId],
  );
  const facts = rows[0]!;
  return {
    facts: {
      ...facts,
      mediaType: mediaType.test(facts.mediaType) ? facts.mediaType : "application/octet-stream",
    },
    async read(): Promise<Buffer> {
      const bytes: { bytes: Buffer }[] = await database.query(`SELECT f.bytes ${from}`, [adoptionId]);
      return bytes[0]!.bytes;
    },
  };
}
