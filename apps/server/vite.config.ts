import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root: path.join(root, "apps/server"),
  plugins: [beside()],
  // The entities are written for the decorators that TypeORM and type-graphql know.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  ssr: { noExternal: [/^@upiao\//] },
  build: {
    ssr: true,
    outDir: path.resolve(root, process.env.UPIAO_BUILD_DIR ?? "dist", "server"),
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    // What the programs need is one file beside them, loaded at their start: nothing is loaded later from a
    // folder that a new build may have replaced.
    rolldownOptions: {
      input: [
        "src/main.ts",
        "src/first-admin.ts",
        "src/import-bodies.ts",
        "src/fold-worker.ts",
        "src/export-worker.ts",
      ],
      output: { entryFileNames: "[name].js", chunkFileNames: "parts.js" },
    },
  },
});

/** What the bundle needs beside it: the reference data, and its kind of module where no other file says it. */
function beside(): Plugin {
  const data = path.join(root, "packages/catalog/data");
  return {
    name: "upiao:beside-the-bundle",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "module" }\n' });
      for (const file of readdirSync(data, { recursive: true, withFileTypes: true })) {
        if (!file.isFile()) continue;
        const found = path.join(file.parentPath, file.name);
        const fileName = path.posix.join("data", path.relative(data, found).replaceAll(path.sep, "/"));
        this.emitFile({ type: "asset", fileName, source: readFileSync(found) });
      }
    },
  };
}
