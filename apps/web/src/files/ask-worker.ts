/** Hands a file to a worker and waits for what it says of it. What takes too long is stopped by ending the worker, and what goes
 *  wrong with a hostile file goes wrong there. */
export async function askWorker<Answer>(
  worker: Worker,
  message: { readonly file: ArrayBuffer; readonly [more: string]: unknown },
  waitMs: number,
): Promise<Answer | "BROKEN" | "TOO_SLOW"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Answer | "BROKEN" | "TOO_SLOW">((resolve) => {
      timer = setTimeout(() => resolve("TOO_SLOW"), waitMs);
      worker.onmessage = (event: MessageEvent<Answer>) => resolve(event.data);
      worker.onerror = () => resolve("BROKEN");
      worker.postMessage(message, [message.file]);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
