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
/** Files that are hashed at once, in a line of their own: who sends a byte a second holds up nobody's search. */
export const uploadsAtOnce = 30;
/** Long enough for the largest at 5 Mbit/s. */
export const uploadMs = 90_000;

/** Whose name was typed, above the texts that were found. */
export const bodiesOfSearch = 10;
export const latestOnFront = 10;
/** The largest Province has some 300 Comuni. Beyond that the first page names the Province, and each has its own. */
export const bodiesOnFront = 400;
export const newsInFeed = 50;
/** As the protocol of sitemaps says. */
export const addressesInSitemap = 50_000;

/** Open data of all plans are read so many plans at a time: some hundred objectives, a megabyte at most of what is usual. */
export const plansAtOnce = 20;
/** The same without their objectives: a row or two for each. */
export const barePlansAtOnce = 500;

/** A form for a remark is open so long: who writes two pages is not hurried, and a form that was fetched once is not sent for days. */
export const formOpenMs = 2 * 3_600_000;
/** Nobody reads the form and writes a sentence in less; programs do. */
export const formPauseMs = 3_000;
/** 4,000 signs, each as `%F0%9F%99%82`, and the other fields. */
export const largestForm = 64 * 1024;
/** Forms sent from one address (IPv6: one network) in an hour. A town hall is one address, and does not send more. */
export const postsOfAddress = 10;
export const postsWindowMs = 3_600_000;
/** Addresses remembered at once: a megabyte or two. The one that sent nothing for longest is forgotten. */
export const addressesCounted = 10_000;
/** Remarks on one plan in a day: more than a body's people can read, and whoever sends them is no citizen. */
export const remarksOfPlan = 200;
export const remarksOnPage = 50;
