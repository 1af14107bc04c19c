import path from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressed } from "./build/compressed.ts";
import { noDataFonts } from "./build/no-data-fonts.ts";
import { serviceWorker } from "./build/service-worker.ts";
import { unusedClasses } from "./build/unused-classes.ts";

const web = fileURLToPath(new URL(".", import.meta.url));
const root = path.resolve(web, "../..");
// The development server sends what is not its own on to a platform that runs.
const server = process.env.UPIAO_URL ?? "http://127.0.0.1:4000";

export default defineConfig(({ command }) => ({
  root: web,
  plugins: [
    react(),
    noDataFonts(),
    serviceWorker(path.join(web, "src/offline/service-worker.ts")),
    compressed(),
  ],
  css: { lightningcss: command === "build" ? { unusedSymbols: unusedClasses(path.join(web, "src")) } : {} },
  build: {
    outDir: path.resolve(root, process.env.UPIAO_BUILD_DIR ?? "dist", "web"),
    emptyOutDir: true,
    // The policy of the server allows no `data:` but for images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      "/graphql": { target: server, ws: true },
      "/sync": { target: server, ws: true },
      "/health": server,
      "/disiscrizione": server,
      "/atti": server,
      "/esportazioni": server,
      "^/calendario/.+": server,
    },
  },
}));
