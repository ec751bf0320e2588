import { type IDBPDatabase, openDB } from 'idb'

// What an officer types is kept on this computer until the server has it: it survives a cut line, a reload, a crash.
let opening: Promise<IDBPDatabase> | undefined

function database(): Promise<IDBPDatabase> {
  opening ??= openDB('daira', 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts')
    },
  })
  return opening
}

/** Keeps a draft under a name that holds the officer's id: at a shared desk nobody finds another's words. */
export async function keepDraft(name: string, value: unknown): Promise<void> {
  await (await database()).put('drafts', value, name)
}

export async function findDraft(name: string): Promise<unknown> {
  return (await database()).get('drafts', name)
}

/** Every draft whose name begins so, in the order of the names. */
export async function listDrafts(beginning: string): Promise<readonly unknown[]> {
  const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`)
  return (await database()).getAll('drafts', range)
}

export async function dropDraft(name: string): Promise<void> {
  await (await database()).delete('drafts', name)
}
