/** A frame: the largest section known is a few MB, and a return from offline sends what is missing at once. */
export const largestFrameBytes = 8 * 1024 * 1024;

/** What a client has, to be answered with the rest: a few bytes for each client id that ever wrote. */
export const largestStateVectorBytes = 256 * 1024;

/** One awareness state: a cursor is some 300 bytes, and the bus on PostgreSQL carries less than 6,000 at once. */
export const largestAwarenessBytes = 4 * 1024;

/** States in one message: a stock client repeats those of everybody who is there. */
export const mostAwarenessEntries = 5_000;

/** Beyond what any client reaches, and far below 2^53, from where on numbers are inexact and lib0 refuses to read what
 *  it was made to write: one such clock would shut the section for everybody. */
export const largestClock = 2 ** 40;

/** Client ids under which one update adds text: each page that is opened takes a new one, and a device that comes back
 *  after weeks without a network brings some tens. Each is a row that is written in the common commit. */
export const mostWriters = 256;

/** Levels of objects in a value: attributes and marks of ours have one. */
export const deepestValue = 8;

/** A longer message counts as several. */
export const bytesOfOneMessage = 16 * 1024;

/** Messages. A fast typist sends 30 a second, and a program that pastes a whole plan word by word some thousands at
 *  once. */
export const perConnection = { perSecond: 300, burst: 3_000 };

/** Answers cost as messages do, by their bytes, so that a few bytes do not ask for megabytes without end. At most so many:
 *  whoever opens the largest section pays as for a large one. */
export const mostCostOfAnswer = 300;

/** Questions to one client for what its updates rest on. One that knows answers the first. */
export const questionsPerConnection = { perSecond: 0.2, burst: 10 };
/** Updates that may come before the answer to such a question: the letters of a slow line. */
export const mostIncomplete = 1_000;

/** A person has several tabs and may run programs; a Province is hundreds of people behind one address. */
export const perPerson = { perSecond: 10_000, burst: 60_000 };
export const perAddress = { perSecond: 30_000, burst: 200_000 };

/** New connections of one address: after a restart a whole Province comes back at once. */
export const connectsPerAddress = { perSecond: 500, burst: 10_000 };

/** Unsent bytes of a socket beyond which cursors are left out, and beyond which it is closed as too slow. */
export const slowBytes = 1024 * 1024;
export const tooSlowBytes = 32 * 1024 * 1024;

/** Bytes of one connection, and of all, that may wait for a commit: beyond, nothing more is read from whoever sends, and
 *  what they write waits with them. */
export const mostUnsavedBytes = { ofConnection: 8 * 1024 * 1024, ofNode: 64 * 1024 * 1024 };

/** A client that is sent away is waited for so long, until it has read why. */
export const closePatienceMs = 10_000;

/** A commit costs a node some 0.2 ms of its processor, whatever it holds: it begins when as much has come as is written in
 *  `gatherMs`, and at the latest so long after the one before. Beyond a thousand updates a second more are gathered: what a
 *  section's people are sent of one commit leaves in one write. */
export const commits = { gatherMs: { least: 4, most: 10 }, longestMs: 12 };

/** Questions about rights that come so close together are one statement. */
export const gatherQuestionsMs = 10;

/** How long the log is left alone when the database is away: at first, and at most. */
export const awayPauseMs = { first: 100, most: 2_000 };

/** Cursors are sent on in windows of this length, the latest of each person. */
export const awarenessWindowMs = 50;

/** A y-websocket client gives up a connection that is silent for 30 s. */
export const beatMs = 15_000;

/** Beats for which one may wait behind what else is being sent: a line of 50 kB a second opens the largest section in them. */
export const mostBeatsHeldUp = 4;

/** How often the node looks how far the logs of its open sections have grown: where news reach every node, against one
 *  that was lost; and where they do not, since nothing else tells. A node that is alone knows it all. */
export const lookIntoLogEveryMs = { ALONE: Number.POSITIVE_INFINITY, ALL: 5_000, BROKEN: 1_000 };

/** The desk shows who is in a section, this much later. */
export const presenceWindowMs = 100;

/** A cursor that was not renewed for this long belongs to a node that is gone (y-protocols renews every 15 s). */
export const awarenessMs = 30_000;

/** Bytes after the snapshot from which on the log is folded, while the section is open and when it rests; and never before
 *  they are such a share of the snapshot's, so that an update's part in the folding stays the same however long the text.
 *  Who opens a section that rested reads what is not folded piece by piece. */
export const longTail = {
  open: { bytes: 48 * 1024, ofSnapshot: 1 },
  resting: { bytes: 1_500, ofSnapshot: 1 / 8 },
};
/** How long a section that everybody has left waits for a page that reloads. */
export const restMs = 3_000;
