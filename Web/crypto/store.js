/**
 * What this browser keeps of its devices: keys that cannot be exported, what is known of counters, and sealed rows. In
 * IndexedDB, for it alone keeps such keys. What is written is on disk when `write` returns.
 */

const NAME = "martlet-e2ee";
const VERSION = 1;
/** Keys of an account, keys of a device, the scheme's state of a chat, sealed rows of the history. */
const TABLES = ["identities", "devices", "states", "rows"];

/** @typedef {"identities" | "devices" | "states" | "rows"} Table */
/** @typedef {{table: Table, key: string, value: any}} Row */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
const completion = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
});

export class Store {
  #database;

  /** @param {IDBDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  static async open() {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const table of TABLES) request.result.createObjectStore(table);
    };
    const database = await result(request);
    // Another page has a newer version of this code: it must not wait for this one.
    database.onversionchange = () => database.close();
    return new Store(database);
  }

  /** @param {Table} table @param {string} key @returns {Promise<any>} undefined when there is none */
  read(table, key) {
    return result(this.#database.transaction(table).objectStore(table).get(key));
  }

  /** All of them or none. @param {...Row} rows */
  async write(...rows) {
    const tables = [...new Set(rows.map(({ table }) => table))];
    // Strict: a counter that a power failure takes back would be used twice.
    const transaction = this.#database.transaction(tables, "readwrite", { durability: "strict" });
    for (const { table, key, value } of rows) transaction.objectStore(table).put(value, key);
    await completion(transaction);
  }

  /** Everything under keys that begin so. @param {string} prefix */
  async forget(prefix) {
    const transaction = this.#database.transaction(TABLES, "readwrite", { durability: "strict" });
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    for (const table of TABLES) transaction.objectStore(table).delete(range);
    await completion(transaction);
  }
}

/**
 * Only one page of this browser at a time works on what goes by this name; the others wait.
 * @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
 */
export const alone = (name, work) => navigator.locks.request(`${NAME} ${name}`, work);
