import { randomBytes } from "node:crypto";
import type { DataSource } from "typeorm";

/** The secret of this name, made by whoever asks first. */
export async function readInstallationSecret(database: DataSource, name: string): Promise<Buffer> {
  await database.query(
    "INSERT INTO installation_secret (name, bytes) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
    [name, randomBytes(32)],
  );
  const rows: { bytes: Buffer }[] = await database.query(
    "SELECT bytes FROM installation_secret WHERE name = $1",
    [name],
  );
  return rows[0]!.bytes;
}
