import { Notification } from "@upiao/db";
import type { NotificationKind } from "@upiao/domain";
import type { EntityManager } from "typeorm";

/** Something that people are to be told of. */
export interface Telling {
  readonly kind: NotificationKind;
  readonly to: readonly string[];
  readonly sectionId?: string;
  readonly planId?: string;
  readonly threadId?: string;
  readonly proposalId?: string;
  /** Whose act it is, who needs not be told; null: nobody's. */
  readonly byUserId: string | null;
}

/** Notes, with the act and in its transaction, that these people are to be told of it. */
export async function notify(tx: EntityManager, { to, ...telling }: Telling): Promise<void> {
  const others = [...new Set(to)].filter((userId) => userId !== telling.byUserId);
  if (others.length === 0) return;
  await tx.getRepository(Notification).insert(others.map((userId) => ({ ...telling, userId })));
}
