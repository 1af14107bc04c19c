import path from "node:path";
import { build } from "vite";

/** What the page runs, as one script. */
export async function bundleForBrowser(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      lib: {
        // From the top, where the program is started.
        entry: path.resolve("test/diff/in-browser.ts"),
        formats: ["iife"],
        name: "bench",
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("nothing was built");
  return output.output[0].code;
}
