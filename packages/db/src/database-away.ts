import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from "typeorm";

/** Of the network, when the server is not there. */
const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EHOSTUNREACH",
]);
/** Of PostgreSQL (appendix A): connection lost, going down or starting, out of connections, read-only. */
const serverCodes = /^(08...|57P0[123]|53300|25006)$/;
/** The driver gives these no code. */
const driverSentences =
  /^(Connection terminated|Client was closed|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired)/;

/** The database cannot be reached or used just now: not a bug, and it passes. */
export function isDatabaseAway(error: unknown): boolean {
  // What TypeORM says when the connection of a transaction was cut between two of its statements.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  if (error instanceof QueryRunnerProviderAlreadyReleasedError) return true;
  const cause = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return false;
  const { code } = cause as { code?: unknown };
  if (typeof code === "string" && (networkCodes.has(code) || serverCodes.test(code))) return true;
  return driverSentences.test(cause.message);
}
