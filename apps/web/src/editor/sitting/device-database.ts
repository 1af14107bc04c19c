const version = 1;
export const stores = { updates: "updates", clients: "clients", facts: "facts" } as const;

/** The database of one person's copy of one section on this device. */
export function openDeviceDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(stores.updates, { autoIncrement: true });
      request.result.createObjectStore(stores.clients);
      request.result.createObjectStore(stores.facts);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database of this device did not open"));
    request.onblocked = () => reject(new Error("the database of this device is held by an older page"));
  });
}

/** Resolves when the device has taken the whole. `work` asks for what it needs before it returns. */
export function write(database: IDBDatabase, work: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(Object.values(stores), "readwrite");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the device refused to keep the text"));
    work(transaction);
  });
}

export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the device did not answer"));
  });
}

export function removeDeviceDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    // Another tab closes it when it is told, and then it goes.
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}
