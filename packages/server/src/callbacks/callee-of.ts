/** Whom to call and how: the person of the register as known now, or whoever was named (CBK-02, CUS-04, NTF-02). */
import type { KnownOfCallee } from '@anpei/domain/callbacks'
import { NOTICE_CHANNELS } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import { openSecrets } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { personToTell } from '../notifications/index.ts'
import type { CallbackRecord } from './store.ts'

export type ToCall = {
  readonly name: string
  readonly phone: string
  readonly preferred: readonly string[]
  readonly refused: readonly string[]
  readonly hints: readonly string[]
}

export async function calleeOf(tx: Tx, { personId, told }: CallbackRecord): Promise<ToCall> {
  const person = personId ? await personToTell(tx, personId) : null
  const own = told.name === ''
  const word = (channel: keyof typeof NOTICE_CHANNELS): string => NOTICE_CHANNELS[channel]
  return {
    name: own ? (person?.name ?? '') : told.name,
    phone: own ? (person?.phone ?? '') : told.phone,
    preferred: (person?.preferred ?? []).map(word),
    refused: (person?.refused ?? []).map(word),
    hints: person?.care.hints ?? [],
  }
}

/** What the machine can compare: birthday and ID number of the person in the register. */
export async function knownOf(tx: Tx, personId: string | null): Promise<KnownOfCallee> {
  if (!personId) return null
  const { rows } = await sql<{ birthOn: string; salt: Buffer; sealed: Buffer }>`select birth_on as "birthOn", salt,
      sealed from person where tenant_id = ${tx.actor.tenantId} and id = ${personId}`.execute(tx.db)
  const [row] = rows
  return row ? { birthOn: row.birthOn, idNumber: openSecrets(tx, row).idNumber } : null
}
