/** A spreadsheet of 20,000 values has some 700 kB; one of 5 MB holds pictures, or is another one. */
export const mostFileBytes = 5 * 1024 * 1024;
/** What an XLSX file unpacks to: text packs ten to one, a bomb a thousand to one. Read from its directory, before anything is
 *  unpacked, and no more than that is unpacked. */
export const mostUnpackedBytes = 60 * 1024 * 1024;
/** Ours has one. */
export const mostSheets = 20;
/** Indicators of one body: the largest Province has some hundreds. */
export const mostRows = 25_000;
export const mostColumns = 100;
/** Where the row of headers is looked for: people put a title above. */
export const headerWithin = 10;
/** Reading what is within these bounds takes a second; what takes longer is stopped. */
export const readingMs = 30_000;
/** Cells sent at once, in number and in bytes: below what one request may hold. */
export const mostCellsSent = 400;
export const mostBytesSent = 60_000;
/** Wrong rows that are named; nobody reads more before they correct the file. */
export const mostFaultsShown = 50;
