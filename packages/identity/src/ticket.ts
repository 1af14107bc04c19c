import { SyncTicket } from "@upiao/db";
import type { DataSource } from "typeorm";
import { ticketMinutes } from "./limits.ts";
import { hashToken, newToken } from "./token.ts";

export interface IssuedTicket {
  readonly ticket: string;
  readonly expiresAt: Date;
}

/** A pass to one section for the person of this session, usable until it expires. */
export async function issueTicket(
  database: DataSource,
  sessionId: string,
  sectionId: string,
  minutes: number = ticketMinutes,
): Promise<IssuedTicket> {
  const ticket = newToken();
  const expiresAt = new Date(Date.now() + minutes * 60_000);
  await database
    .getRepository(SyncTicket)
    .insert({ tokenHash: hashToken(ticket), sessionId, sectionId, expiresAt });
  return { ticket, expiresAt };
}

/** What a ticket stands for. */
export interface Ticket {
  readonly sessionId: string;
  readonly sectionId: string;
}

/** The session and the section of each of these tickets; one that is unknown or has expired has no entry. */
export async function findTickets(
  database: DataSource,
  tickets: readonly string[],
): Promise<Map<string, Ticket>> {
  const byHash = new Map(tickets.map((ticket) => [hashToken(ticket).toString("hex"), ticket]));
  const rows: { token_hash: Buffer; session_id: string; section_id: string }[] = await database.query(
    `SELECT token_hash, session_id, section_id FROM sync_ticket
      WHERE token_hash = ANY ($1::bytea[]) AND expires_at > now()`,
    [[...byHash.keys()].map((hash) => Buffer.from(hash, "hex"))],
  );
  return new Map(
    rows.map(({ token_hash, session_id, section_id }) => [
      byHash.get(token_hash.toString("hex"))!,
      { sessionId: session_id, sectionId: section_id },
    ]),
  );
}
