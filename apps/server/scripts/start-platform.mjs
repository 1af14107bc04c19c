import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isFresh, outDir } from "./build-stamp.mjs";
import { endWithLauncher } from "./end-with-launcher.mjs";

const say = (sentence) => process.stdout.write(`${sentence}\n`);

say(`✓ Node.js ${process.versions.node}`);
if (isFresh()) say("✓ Programma già compilato");
else await build();

endWithLauncher();
process.env.NODE_ENV ??= "production";
process.env.UPIAO_SEED ??= "demo";
process.setSourceMapsEnabled(true);
// In this process: a signal to it is a signal to the server.
await import(pathToFileURL(path.join(outDir, "server/main.js")).href);

/** In a process of its own, whose memory goes with it. */
async function build() {
  say("… Compilo il programma (solo la prima volta e quando cambia)");
  const begun = Date.now();
  const script = fileURLToPath(new URL("./build.mjs", import.meta.url));
  const build = spawn(process.execPath, [script], { stdio: "inherit" });
  const status = await new Promise((resolve) => build.once("exit", resolve));
  if (status !== 0) {
    process.stderr.write("✗ La compilazione non è riuscita: la causa è scritta qui sopra.\n");
    process.exit(1);
  }
  say(`✓ Programma compilato in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}
