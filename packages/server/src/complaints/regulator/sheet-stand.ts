/** What a command about a sheet answers, and the sheet behind the lock of its complaint. */
import { regulatorLifecycle, type RegulatorState } from '@anpei/domain/complaints'
import { ok, refuse, type Decision, type Permission } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'
import { lockImpartially } from '../work-on.ts'
import { sheetsWhere, type SheetRecord } from './store-sheets.ts'

export function sheetStand(id: string, complaint: { id: string; complaintNo: string }, state: RegulatorState) {
  const { id: complaintId, complaintNo } = complaint
  return { id, complaintId, complaintNo, state, stateWord: regulatorLifecycle.states[state].zh }
}

type Locked = { readonly complaint: ComplaintRecord; readonly sheet: SheetRecord }

export async function lockSheet(tx: Tx, sheetId: string, permission: Permission): Promise<Decision<Locked>> {
  const [named] = await sheetsWhere(tx, sql`s.id = ${sheetId}`)
  if (!named) return refuse('request.not_found')
  const locked = await lockImpartially(tx, named.complaintId, permission)
  if (!locked.ok) return locked
  const [sheet] = await sheetsWhere(tx, sql`s.id = ${sheetId}`)
  return sheet ? ok({ complaint: locked.value, sheet }) : refuse('request.not_found')
}
