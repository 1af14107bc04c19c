import {
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

/** What the pages are made of, put here by the build. */
declare const pageFiles: PrecacheEntry[];

/** Longer than a poor line needs for the half kilobyte of the page, shorter than anybody's patience. */
const patienceMs = 5_000;

// The files of a release stay until no tab of it is open: the worker of the next one waits for that.
precacheAndRoute(pageFiles, { directoryIndex: "", cleanURLs: false });
cleanupOutdatedCaches();
// The portal's pages are the server's own, and none of ours stands in for them.
registerRoute(new NavigationRoute(({ request }) => openPage(request), { denylist: [/^\/pubblico(\/|$)/] }));

/** The page as the server has it, so that a new release is seen at once; without a server, the last known one. */
async function openPage(request: Request): Promise<Response> {
  const known = await matchPrecache("/index.html");
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    return answer.status < 500 || !known ? answer : known;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}
