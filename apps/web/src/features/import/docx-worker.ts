import { BadFile } from "./bad-file.ts";
import { readDocx } from "./read-docx.ts";

/** A file is read here, away from the page: what takes too long is stopped by ending this worker, and what goes wrong with a hostile
 *  one goes wrong here. No file reaches the server. */
self.addEventListener("message", async (event: MessageEvent<{ file: ArrayBuffer }>) => {
  try {
    self.postMessage({ read: await readDocx(new Uint8Array(event.data.file)) });
  } catch (error) {
    const { code, most } = error instanceof BadFile ? error : new BadFile("BROKEN");
    self.postMessage({ fault: { code, most } });
  }
});
