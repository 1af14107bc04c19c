import { UnsubscribeToken } from "@upiao/db";
import { type NotificationKind, notificationKinds } from "@upiao/domain";
import { hashToken, newToken } from "@upiao/identity";
import type { DataSource } from "typeorm";

const form = /^[\w-]{43}$/;

/** Gives out the way out of these kinds of mail, for a link in a mail: it needs no signing in. */
export async function issueUnsubscribing(
  database: DataSource,
  userId: string,
  kinds: readonly NotificationKind[],
): Promise<string> {
  const token = newToken();
  await database
    .getRepository(UnsubscribeToken)
    .insert({ tokenHash: hashToken(token), userId, kinds: [...kinds] });
  return token;
}

/** The kinds that a token leads out of, or null when it is unknown or too old. */
export async function findUnsubscribing(
  database: DataSource,
  token: string,
): Promise<readonly NotificationKind[] | null> {
  if (!form.test(token)) return null;
  const found = await database.getRepository(UnsubscribeToken).findOneBy({ tokenHash: hashToken(token) });
  return found && notificationKinds.filter((kind) => found.kinds.includes(kind));
}

/** From now on its person has none of its kinds mailed; on the page they see them as before. The same again changes nothing.
 *  Returns the kinds, or null as above. */
export async function unsubscribe(
  database: DataSource,
  token: string,
): Promise<readonly NotificationKind[] | null> {
  const kinds = await findUnsubscribing(database, token);
  if (kinds === null) return null;
  await database.query(
    `INSERT INTO notification_choice (user_id, kind, mail)
     SELECT user_id, unnest(kinds), 'NONE' FROM unsubscribe_token WHERE token_hash = $1
     ON CONFLICT (user_id, kind) DO UPDATE SET mail = excluded.mail`,
    [hashToken(token)],
  );
  return kinds;
}
