import type { openDatabase } from "@upiao/db";

export type BenchDatabase = Awaited<ReturnType<typeof openDatabase>>;
