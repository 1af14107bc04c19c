import path from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const server = process.env.UPIAO_URL ?? "http://127.0.0.1:4000";

export default defineConfig({
  root: path.join(root, "apps/web"),
  plugins: [react()],
  build: {
    outDir: path.resolve(root, process.env.UPIAO_BUILD_DIR ?? "dist", "web"),
    emptyOutDir: true,
    target: "es2022",
    // A font inside the style sheet would be fetched by who never shows it.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      "/graphql": { target: server, ws: true },
      "/sync": { target: server, ws: true },
      "/health": server,
    },
  },
});
