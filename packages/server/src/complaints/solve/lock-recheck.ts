/** A 核查 behind the lock of its complaint, kept from those concerned (CMP-05). */
import { ok, refuse, type Decision, type Permission } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'
import { lockImpartially } from '../work-on.ts'
import { rechecksWhere, type RecheckRecord } from './store-rechecks.ts'

type Locked = { readonly complaint: ComplaintRecord; readonly recheck: RecheckRecord }

export async function lockRecheck(tx: Tx, recheckId: string, permission: Permission): Promise<Decision<Locked>> {
  const [named] = await rechecksWhere(tx, sql`r.id = ${recheckId}`)
  if (!named) return refuse('request.not_found')
  const locked = await lockImpartially(tx, named.complaintId, permission)
  if (!locked.ok) return locked
  const [recheck] = await rechecksWhere(tx, sql`r.id = ${recheckId}`)
  return recheck ? ok({ complaint: locked.value, recheck }) : refuse('request.not_found')
}
