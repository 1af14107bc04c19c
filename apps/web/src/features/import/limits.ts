/** A plan with its pictures; what is larger is mostly pictures, which are not imported. */
export const mostFileBytes = 50 * 1024 * 1024;
/** The texts in a DOCX: 200 pages have some 10 MB of XML. A bomb has a thousand times more. */
export const mostUnpackedBytes = 60 * 1024 * 1024;
/** HTML and Markdown are read on the page itself. */
export const mostTextBytes = 10 * 1024 * 1024;
/** What is within these bounds takes some seconds; what takes longer is stopped. */
export const readingMs = 60_000;
/** What one request may hold, less what stands around the texts. */
export const mostSentBytes = 9.5 * 1024 * 1024;
