import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";

const name = "service-worker";

/** The service worker as a file of its own beside the page, which knows the files of this build. */
export function serviceWorker(source: string): Plugin {
  return {
    name: "upiao:service-worker",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: source, fileName: `${name}.js` });
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle[`${name}.js`] as Rolldown.OutputChunk;
        const files = Object.values(bundle).filter((file) => isOfThePages(file.fileName));
        worker.code = worker.code.replaceAll("pageFiles", JSON.stringify(files.map(entryOf)));
      },
    },
  };
}

// Fonts stay in the browser's own cache: their names change with their content, too.
function isOfThePages(fileName: string): boolean {
  return /\.(html|js|css)$/.test(fileName) && !fileName.startsWith(name);
}

function entryOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset) {
  const url = `/${file.fileName}`;
  if (file.fileName.startsWith("assets/")) return { url, revision: null };
  const content = file.type === "chunk" ? file.code : file.source;
  return { url, revision: createHash("sha256").update(content).digest("hex").slice(0, 16) };
}
