/** What travels on `/sync/<sectionId>` beside the y-websocket protocol, and why it closes.
 *  Messages 0 to 3 are y-protocols' (sync, awareness, auth, query awareness); ours are sent only to a client
 *  that asks for them with `?ack=1`, so that any y-websocket provider can connect. */
export const ownMessages = {
  /** varUint: how many of this connection's sync messages (steps 2 and updates) are durable, in order. */
  durable: 100,
  /** varString access, varString reason (`whyReadOnly`'s, `OLD_CLIENT`, or empty). Sent first, and when it changes. */
  access: 101,
  /** varUint: 1 when the database cannot be reached and what is written waits, 0 when it can again. */
  storage: 102,
} as const;

export const closeCodes = {
  malformed: 4400,
  notAuthenticated: 4401,
  notAllowed: 4403,
  noSuchSection: 4404,
  tooSlow: 4408,
  tooLarge: 4413,
  tooMany: 4429,
  /** RFC 6455 registry: the server is restarting. */
  restarting: 1012,
  /** RFC 6455 registry: try again later; the database is away. */
  tryAgainLater: 1013,
} as const;

/** After these the client stops: trying again would get the same answer. */
export const finalCloseCodes: readonly number[] = [
  closeCodes.malformed,
  closeCodes.notAuthenticated,
  closeCodes.notAllowed,
  closeCodes.noSuchSection,
  closeCodes.tooLarge,
];

/** The reason that goes with `notAllowed` when an update of who may only propose was more than a proposal. What its writer
 *  has is no longer what the section has: they begin anew. */
export const notAProposal = "more than a proposal";
