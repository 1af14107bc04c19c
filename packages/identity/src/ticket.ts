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

/** The session and the section that a ticket stands for, or null when it is unknown or has expired. */
export async function findTicket(
  database: DataSource,
  ticket: string,
): Promise<{ sessionId: string; sectionId: string } | null> {
  const found = await database.getRepository(SyncTicket).findOneBy({ tokenHash: hashToken(ticket) });
  return found && found.expiresAt > new Date()
    ? { sessionId: found.sessionId, sectionId: found.sectionId }
    : null;
}
