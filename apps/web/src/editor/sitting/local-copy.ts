import { foldUpdates } from "@upiao/document";
import { answerOf, openDeviceDatabase, removeDeviceDatabase, stores, write } from "./device-database.ts";

/** Written pieces after which the copy is folded into one. */
const foldAfter = 300;

export interface Kept {
  readonly updates: Uint8Array[];
  /** Yjs client ids under which this person has written on this device. */
  readonly clientIds: number[];
  /** Snapshot of what the server had acknowledged. */
  readonly acknowledged: Uint8Array | null;
}

/** A section's text on this device, for one person: what is typed survives the page at once, with or without
 *  a network.
 *
 *  Own, because y-indexeddb leaves each write to be committed when the page is idle again: of the pages that were
 *  left right after a key, two in a hundred had lost it (Chromium 153); with an explicit commit none of 150. It
 *  also does not say when the device refuses. */
export class LocalCopy {
  private written = 0;
  private failed = false;

  private constructor(
    private readonly name: string,
    private readonly database: IDBDatabase,
    private readonly onFailure: () => void,
  ) {
    // Another tab removes the copy: holding on would keep it alive.
    database.onversionchange = () => {
      database.close();
      this.fail();
    };
  }

  /** Rejects where the browser keeps nothing, as in some private windows. */
  static async open(userId: string, sectionId: string, onFailure: () => void): Promise<LocalCopy> {
    const name = nameOf(userId, sectionId);
    return new LocalCopy(name, await openDeviceDatabase(name), onFailure);
  }

  /** The sections of which this device has a copy for a person. */
  static async sectionsOf(userId: string): Promise<string[]> {
    const before = nameOf(userId, "");
    const databases = await indexedDB.databases();
    return databases.flatMap(({ name }) => (name?.startsWith(before) ? [name.slice(before.length)] : []));
  }

  /** Whether what is typed from now on is kept here. */
  get isKeeping(): boolean {
    return !this.failed;
  }

  async read(): Promise<Kept> {
    const transaction = this.database.transaction(Object.values(stores), "readonly");
    const [updates, clientIds, acknowledged] = await Promise.all([
      answerOf<Uint8Array[]>(transaction.objectStore(stores.updates).getAll()),
      answerOf(transaction.objectStore(stores.clients).getAllKeys()),
      answerOf<Uint8Array | undefined>(transaction.objectStore(stores.facts).get("acknowledged")),
    ]);
    this.written = updates.length;
    return { updates, clientIds: clientIds.map(Number), acknowledged: acknowledged ?? null };
  }

  /** On its way to the disk when this returns. */
  keep(update: Uint8Array): void {
    this.write((transaction) => {
      transaction.objectStore(stores.updates).add(update);
      transaction.commit?.();
    });
    if (++this.written > foldAfter) this.fold();
  }

  keepClient(clientId: number): void {
    this.write((transaction) => {
      transaction.objectStore(stores.clients).put(true, clientId);
      transaction.commit?.();
    });
  }

  keepAcknowledged(snapshot: Uint8Array): void {
    this.write((transaction) => {
      transaction.objectStore(stores.facts).put(snapshot, "acknowledged");
      transaction.commit?.();
    });
  }

  /** Puts one update in the place of all, in one transaction: another tab that writes waits for it. */
  fold(): void {
    this.written = 0;
    this.write((transaction) => {
      const updates = transaction.objectStore(stores.updates);
      updates.getAll().onsuccess = ({ target }) => {
        const folded = foldUpdates((target as IDBRequest<Uint8Array[]>).result);
        updates.clear();
        updates.add(folded);
      };
    });
  }

  close(): void {
    this.database.close();
  }

  /** What a person may no longer see does not stay on the device. */
  async remove(): Promise<void> {
    this.failed = true;
    this.database.close();
    await removeDeviceDatabase(this.name);
  }

  private write(work: (transaction: IDBTransaction) => void): void {
    if (this.failed) return;
    try {
      write(this.database, work).catch(() => this.fail());
    } catch {
      // The database was closed under us.
      this.fail();
    }
  }

  private fail(): void {
    if (this.failed) return;
    this.failed = true;
    this.onFailure();
  }
}

function nameOf(userId: string, sectionId: string): string {
  return `upiao/${userId}/${sectionId}`;
}
