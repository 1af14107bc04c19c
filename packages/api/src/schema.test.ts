import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { buildSchemaText } from "./schema.ts";

it("the schema that reviews and clients read is the code's: `pnpm schema` rewrites the file", async () => {
  const file = await readFile(new URL("../schema.graphql", import.meta.url), "utf8");
  expect(file).toBe(buildSchemaText());
});
