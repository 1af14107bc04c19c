import { askDesk } from "./ask-desk.ts";

/** `empty`: no table; `migrated`: all tables, no row; `demo`: as the first start with the demo left it. */
export type TestDatabaseKind = "empty" | "migrated" | "demo";

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of one test file, on the PostgreSQL of this run. */
export async function createTestDatabase(kind: TestDatabaseKind = "migrated"): Promise<TestDatabase> {
  const url = await askDesk("POST", "/database", kind);
  return {
    url,
    async drop() {
      await askDesk("DELETE", "/database", url);
    },
  };
}
