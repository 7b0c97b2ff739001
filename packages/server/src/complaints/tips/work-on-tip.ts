/** What every command on a 举报 begins and ends with: the locked case, opened with a reason, and the save (CMP-12). */
import { tipLifecycle, type TipState } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { writeAsOne } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { staffName } from '../../identity/index.ts'
import { deriveClocks } from '../../sla/index.ts'
import { tellHearers } from './hiding.ts'
import { hearersOf } from './store-hearers.ts'
import { openUntil } from './store-tip-file.ts'
import { saveTipDue } from './store-tip-due.ts'
import { findTip, tipChangeWriting, type TipChange, type TipRecord } from './store-tips.ts'

/** Locked; not there for whoever must keep out; nobody works on what they have not opened. */
export async function lockTip(tx: Tx, tipId: string): Promise<Decision<TipRecord>> {
  const found = await findTip(tx, sql`t.id = ${tipId}`, true)
  if (!found.ok) return found
  return (await openUntil(tx, tipId)) === null ? refuse('tip.open_first') : found
}

/** As above, for what only the examiner does; before there is one, anybody who may. */
export async function lockToExamine(tx: Tx, tipId: string): Promise<Decision<TipRecord>> {
  const locked = await lockTip(tx, tipId)
  if (!locked.ok) return locked
  const { examinerId } = locked.value
  if (examinerId === null || examinerId === tx.actor.id) return locked
  return refuse('tip.not_the_examiner', { name: await staffName(tx.db, tx.actor.tenantId, examinerId) })
}

/** The change, the clocks by what was recorded, and word to those who may know. */
export async function saveTip(tx: Tx, tip: TipRecord, change: TipChange): Promise<void> {
  tx.later(writeAsOne(tx.db, [tipChangeWriting(tx, tip, change)]))
  const next = await deriveClocks(tx, { kind: 'tip', id: tip.id })
  tx.later(saveTipDue(tx, [{ id: tip.id, ...next }]))
  const hearers = await hearersOf(tx, { ...tip, ...change.concerned })
  if (hearers.ok) tellHearers(tx, { keepers: hearers.value.map((one) => one.id) })
}

export function standing({ id, tipNo, state: was }: TipRecord, state: TipState = was) {
  return ok({ id, tipNo, state, stateWord: tipLifecycle.states[state].zh })
}
