import { randomUUID } from "node:crypto";
import { migrate, openDatabase } from "@upiao/db";
import pg from "pg";
import type { DataSource } from "typeorm";

const server = "postgres://postgres@127.0.0.1:5999";

export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `api_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = `${server}/${name}`;
  const database: DataSource = await openDatabase(url);
  await migrate(database);
  await database.destroy();
  return {
    url,
    async drop() {
      const again = new pg.Client({ connectionString: `${server}/postgres` });
      await again.connect();
      await again.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await again.end();
    },
  };
}
