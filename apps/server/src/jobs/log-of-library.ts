import type { Logger as LibraryLogger } from "graphile-worker";
import type { Logger } from "pino";

/** The library prints whole jobs: of what it says only warnings are kept, without what is said beside them. A job that
 *  fails is logged where it is known what may be. While the queue is closed it complains of connections that go. */
export async function logOfLibrary(log: Logger, isStopping: () => boolean): Promise<LibraryLogger> {
  const { Logger } = await import("graphile-worker");
  return new Logger(() => (level, message, meta) => {
    if (isStopping()) return;
    if ((level === "error" || level === "warning") && meta?.failure !== true)
      log.warn({ job: "queue" }, message);
  });
}
