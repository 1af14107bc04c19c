/** Keeps the pages on this device, so that they open without a network. A browser without this, or on an address
 *  without TLS, has them while there is a server. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // After the page: on a poor line its own files come first.
  addEventListener("load", () => {
    navigator.serviceWorker.register("/service-worker.js").catch(() => {
      // Forbidden by the browser's settings: as above.
    });
  });
}
