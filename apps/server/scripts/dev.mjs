// Hot reload: the page by Vite's own server, the server built again and restarted at each change.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { build, createServer } from "vite";
import { root } from "./build-stamp.mjs";
import { endWithLauncher } from "./end-with-launcher.mjs";

const port = process.env.PORT ?? "4000";
const outDir = path.join(root, "node_modules/.cache/upiao-dev/server");
let watcher = null;
let web = null;
let server = null;
let ending = false;
let turn = Promise.resolve();

// Before anything runs that would outlive this process.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end());
endWithLauncher();

watcher = await build({
  configFile: path.join(root, "apps/server/vite.config.ts"),
  logLevel: "warn",
  build: { outDir, watch: {} },
});
let built = false;
watcher.on("event", (event) => {
  if (event.code === "START") built = false;
  if (event.code === "BUNDLE_END") {
    built = true;
    void event.result.close();
  }
  // What does not compile is said by Vite; until it is mended the last server that did goes on.
  if (event.code === "END" && built) turn = turn.then(restart);
});

process.env.UPIAO_URL ??= `http://127.0.0.1:${port}`; // where the page's own requests are sent on
web = await createServer({
  root: path.join(root, "apps/web"),
  configFile: path.join(root, "apps/web/vite.config.ts"),
  clearScreen: false, // what the server has said stays readable
});
await web.listen();
web.printUrls();

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
  await Promise.all([stopServer(), watcher?.close(), web?.close()]);
  process.exit(0);
}
