// Hot reload: the page by Vite's own server, the server built again and restarted at each change.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { build, createServer } from "vite";
import { root } from "./build-stamp.mjs";
import { endWithLauncher } from "./end-with-launcher.mjs";

const port = process.env.PORT ?? "4000";
const outDir = path.join(root, "node_modules/.cache/upiao-dev/server");
let server = null;
let ending = false;
let turn = Promise.resolve();

const watcher = await build({
  configFile: path.join(root, "apps/server/vite.config.ts"),
  logLevel: "warn",
  build: { outDir, watch: {} },
});
watcher.on("event", (event) => {
  if (event.code === "BUNDLE_END") void event.result.close();
  if (event.code === "END") turn = turn.then(restart);
});

process.env.UPIAO_URL ??= `http://127.0.0.1:${port}`; // where the page's own requests are sent on
const web = await createServer({
  root: path.join(root, "apps/web"),
  configFile: path.join(root, "apps/web/vite.config.ts"),
});
await web.listen();
web.printUrls();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end());
endWithLauncher();

async function restart() {
  await stopServer();
  if (ending) return;
  server = spawn(process.execPath, ["--enable-source-maps", path.join(outDir, "main.js")], {
    stdio: "inherit",
    env: { UPIAO_SEED: "demo", UPIAO_INTROSPECTION: "on", ...process.env, PORT: port },
  });
}

async function stopServer() {
  if (server === null || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
}

async function end() {
  if (ending) return;
  ending = true;
  await turn;
  await Promise.all([stopServer(), watcher.close(), web.close()]);
  process.exit(0);
}
