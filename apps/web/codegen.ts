import path from "node:path";
import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: path.join(import.meta.dirname, "../../packages/api/schema.graphql"),
  documents: path.join(import.meta.dirname, "src/**/*.graphql"),
  generates: {
    [path.join(import.meta.dirname, "src/generated/")]: {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        // Enums as unions of their words, which are those of the domain.
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { ID: "string", DateTimeISO: "string" },
      },
    },
  },
};

export default config;
