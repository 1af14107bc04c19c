import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "packages/api/schema.graphql",
  documents: ["apps/web/src/**/*.{ts,tsx}", "!apps/web/src/generated/**"],
  generates: {
    "apps/web/src/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTimeISO: "string" },
        emitLegacyCommonJSImports: false,
        importExtension: ".ts",
      },
    },
  },
};

export default config;
