import { expect, it } from "vitest";
import { buildSchemaText } from "./schema.ts";

it("the schema that reviews and clients read is the code's: `pnpm schema` rewrites the file", async () => {
  await expect(buildSchemaText()).toMatchFileSnapshot("../schema.graphql");
});
