/** The synonyms a tenant searches by: its newest own version, else those that came with the program. */
import { dictionaryOf, type Dictionary, type SynonymGroup } from '@anpei/domain/knowledge'
import type { App } from '../http/index.ts'
import type { Db } from '../db/index.ts'
import { shippedSynonyms } from './shipped.ts'
import { newestSynonymVersion, synonymsOfVersion } from './store-synonyms.ts'

export type SynonymsNow = {
  readonly version: number
  readonly groups: readonly SynonymGroup[]
  readonly dictionary: Dictionary
  /** False while articles are still being read anew with it. */
  readonly applied: boolean
}

/** Read once per version; which one is the newest is asked each time. */
const known = new WeakMap<App, Map<string, SynonymsNow>>()

export async function synonymsNow(app: App, db: Db, tenantId: number): Promise<SynonymsNow> {
  const version = await newestSynonymVersion(db, tenantId)
  const held = known.get(app) ?? new Map<string, SynonymsNow>()
  known.set(app, held)
  const key = `${tenantId}/${version ?? 'shipped'}`
  const found = held.get(key)
  if (found?.applied) return found
  const own = version === null ? null : await synonymsOfVersion(db, tenantId, version)
  const read = own ?? { ...shippedSynonyms(), appliedAt: 'shipped' }
  const now = {
    version: read.version,
    groups: read.groups,
    dictionary: found?.dictionary ?? dictionaryOf(read.groups),
    applied: read.appliedAt !== null,
  }
  held.set(key, now)
  return now
}
