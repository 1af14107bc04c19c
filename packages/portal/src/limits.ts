/** Rendered pages that are kept in memory, by what they are made from: some hundred plans. */
export const keptPageBytes = 48 * 1024 * 1024;

/** What costs more than a page that is kept: so many at once, whatever comes, so that those who write at their desks do not
 *  wait for those who read; so many may wait for their turn, and are told to come back beyond that. */
export const costlyAtOnce = 3;
export const costlyWaiting = 60;

/** After this a search is given up: it asked for words that stand in every text. */
export const searchMs = 4_000;
/** Longer ones are no words that a person looks for. */
export const longestSearch = 200;
export const resultsOnPage = 10;
/** Further down nobody looks, and each page costs as much as all before it. */
export const mostResults = 1_000;

/** A file that somebody wants to have verified; none that we publish is as large. */
export const largestFile = 50 * 1024 * 1024;

export const latestOnHome = 10;
export const newsInFeed = 50;
/** As the protocol of sitemaps says. */
export const addressesInSitemap = 50_000;

/** Open data of all plans are read so many plans at a time: some hundred objectives, a megabyte at most of what is usual. */
export const plansAtOnce = 20;
