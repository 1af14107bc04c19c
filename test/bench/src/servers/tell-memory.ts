/** Loaded before each server that is measured: when it is asked, says how much it holds once what is garbage has gone. */
process.on("message", () => {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  collect?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
process.channel?.unref();
