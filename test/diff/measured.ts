/** What the issue asks of two versions of 30 pages: somebody is looking at the screen. */
export const mostMs = 300;

export interface Measured {
  /** Of the first comparison, of which nothing was compiled before: what a person waits for. */
  readonly firstMs: number;
  readonly medianMs: number;
  /** Reading both versions from their bytes. */
  readonly openMs: number;
  /** Writing both texts as JSON and parsing them again. */
  readonly jsonMs: number;
  /** A comparison of the plain lines of both. */
  readonly linesMs: number;
  readonly words: number;
  readonly added: number;
  readonly removed: number;
  readonly changedBlocks: number;
}

declare global {
  /** What the page is asked for; both versions in base64. */
  var compareVersions: (before: string, after: string, rounds: number) => Measured;
}
