import { User, UserSession } from "@upiao/db";
import type { DataSource, EntityManager } from "typeorm";
import { sessionDays, sessionIdleHours } from "./limits.ts";
import { hashToken, newToken } from "./token.ts";
import type { Viewer, ViewerPost } from "./viewer.ts";

const hourMs = 3_600_000;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

export async function openSession(tx: DataSource | EntityManager, userId: string): Promise<OpenedSession> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + sessionIdleHours * hourMs);
  await tx.getRepository(UserSession).insert({ tokenHash: hashToken(token), userId, expiresAt });
  return { token, expiresAt };
}

/** Whose token this is, or null when it is unknown, expired, or its person is disabled. Using it prolongs it. */
export async function findViewer(database: DataSource, token: string): Promise<Viewer | null> {
  return (await findViewers(database, [token])).get(token) ?? null;
}

/** The same of several tokens, in one statement. */
export async function findViewers(
  database: DataSource,
  tokens: readonly string[],
): Promise<Map<string, Viewer>> {
  const byHash = new Map(tokens.map((token) => [hashToken(token).toString("hex"), token]));
  const hashes = [...byHash.keys()].map((hash) => Buffer.from(hash, "hex"));
  const found = await readViewers(database, "s.token_hash = ANY ($1::bytea[])", hashes);
  return new Map(found.map(({ tokenHash, viewer }) => [byHash.get(tokenHash.toString("hex"))!, viewer]));
}

/** The same person a while later, or null if by now there is nobody. Asked for what is open, which counts as using the
 *  session: nobody who has a text open loses it in the middle of a day, nor keeps it beyond the seven. */
export async function findViewerOfSession(database: DataSource, sessionId: string): Promise<Viewer | null> {
  return (await findViewersOfSessions(database, [sessionId])).get(sessionId) ?? null;
}

/** The same of several sessions, in one statement. */
export async function findViewersOfSessions(
  database: DataSource,
  sessionIds: readonly string[],
): Promise<Map<string, Viewer>> {
  const found = await readViewers(database, "s.id = ANY ($1::uuid[])", sessionIds);
  return new Map(found.map(({ viewer }) => [viewer.sessionId, viewer]));
}

interface Row {
  session_id: string;
  token_hash: Buffer;
  created_at: Date;
  expires_at: Date;
  user_id: string;
  name: string;
  posts: ViewerPost[];
}

async function readViewers(
  database: DataSource,
  condition: string,
  values: readonly unknown[],
): Promise<{ tokenHash: Buffer; viewer: Viewer }[]> {
  const rows: Row[] = await database.query(
    `SELECT s.id AS session_id, s.token_hash, s.created_at, s.expires_at, u.id AS user_id, u.name,
            coalesce((SELECT json_agg(json_build_object('bodyId', m.body_id, 'role', m.role, 'competence', m.competence,
                                                        'bodyName', b.name)
                                      ORDER BY b.name, m.role)
                        FROM membership m JOIN body b ON b.id = m.body_id
                       WHERE m.user_id = u.id), '[]') AS posts
       FROM user_session s JOIN user_account u ON u.id = s.user_id
      WHERE ${condition} AND s.expires_at > now() AND u.disabled_at IS NULL`,
    [values],
  );
  const prolonged = await prolong(database, rows);
  return rows.map(({ token_hash, user_id, name, session_id, expires_at, posts }) => ({
    tokenHash: token_hash,
    viewer: {
      userId: user_id,
      name,
      sessionId: session_id,
      sessionExpiresAt: prolonged.get(session_id) ?? expires_at,
      posts,
    },
  }));
}

// Written at most once in half an idle time, so that asking stays a read.
async function prolong(database: DataSource, rows: readonly Row[]): Promise<ReadonlyMap<string, Date>> {
  const prolonged = new Map<string, Date>();
  for (const { session_id, created_at, expires_at } of rows) {
    const last = created_at.getTime() + sessionDays * 24 * hourMs;
    const wanted = new Date(Math.min(Date.now() + sessionIdleHours * hourMs, last));
    if (wanted.getTime() - expires_at.getTime() >= (sessionIdleHours / 2) * hourMs)
      prolonged.set(session_id, wanted);
  }
  if (prolonged.size > 0) {
    await database.query(
      `UPDATE user_session SET expires_at = wanted.at
         FROM unnest($1::uuid[], $2::timestamptz[]) AS wanted (id, at) WHERE user_session.id = wanted.id`,
      [[...prolonged.keys()], [...prolonged.values()]],
    );
  }
  return prolonged;
}

export async function closeSession(database: DataSource, sessionId: string): Promise<void> {
  await database.getRepository(UserSession).delete(sessionId);
}

export async function closeAllSessions(tx: DataSource | EntityManager, userId: string): Promise<void> {
  await tx.getRepository(UserSession).delete({ userId });
}

/** Removes what has expired; run now and then. */
export async function forgetExpired(database: DataSource): Promise<void> {
  await database.query("DELETE FROM sync_ticket WHERE expires_at < now()");
  await database.query("DELETE FROM user_session WHERE expires_at < now()");
}

/** A disabled person has no session left, and gets none until enabled again. */
export async function setDisabled(
  database: DataSource | EntityManager,
  userId: string,
  disabled: boolean,
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.getRepository(User).update(userId, { disabledAt: disabled ? new Date() : null });
    if (disabled) await closeAllSessions(tx, userId);
  });
}
