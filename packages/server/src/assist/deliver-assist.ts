/**
 * ORG-01: carries a submitted case through the wall: reads it in the broker's tenant, makes a report of it in the
 * insurer's through the insurer's own command, once, and writes the report's number back. Each tenant's part is a
 * transaction of that tenant; done again after a break, it finds what is there.
 */
import { systemActor } from '@anpei/domain/kernel'
import { createReport } from '../claims/index.ts'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { insertLink, reportOfAssist, type Broker, type DeliveredReport } from './store-links.ts'
import { findAssist, housesOf, lockAssist, saveAssist, type AssistRecord } from './store.ts'
import { DELIVER } from './tasks.ts'

type Parcel = { readonly insurerTenantId: number; readonly brokerName: string; readonly assist: AssistRecord }

export async function deliverAssist(app: App, payload: JobPayload): Promise<void> {
  const { assistId } = payload
  if (typeof assistId !== 'string') throw new Error('no case to deliver')
  const broker: Broker = { tenantId: payload.tenantId, assistId }
  const own = systemActor(broker.tenantId, `job:${DELIVER}`)
  const parcel = await systemWrite(app, own, (tx) => parcelOf(tx, assistId))
  if (!parcel) return
  const report = await systemWrite(app, systemActor(parcel.insurerTenantId, `job:${DELIVER}`), (tx) =>
    putIn(tx, parcel, broker),
  )
  await systemWrite(app, own, (tx) => writeBack(tx, assistId, report))
}

/** Null when there is nothing to deliver (any more). */
async function parcelOf(tx: Tx, assistId: string): Promise<Parcel | null> {
  const [found, house] = await Promise.all([findAssist(tx, assistId), housesOf(tx)])
  if (!found.ok) return null
  const { state, insurerTenantId, reportId } = found.value
  if (state !== 'submitted' || insurerTenantId === null || reportId !== null) return null
  return { insurerTenantId, brokerName: house.name, assist: found.value }
}

async function putIn(tx: Tx, { assist, brokerName }: Parcel, broker: Broker): Promise<DeliveredReport> {
  const there = await reportOfAssist(tx, broker)
  if (there) return there
  const { idNumber, phone, accident } = assist.told
  const narrative = [accident.narrative, `（协助理赔 ${assist.assistNo}${phone ? '，所留电话是客户的' : ''}）`]
    .join('\n')
    .trim()
  const common = {
    personId: null,
    statedName: assist.clientName,
    channel: 'assist',
    receivedAt: null,
    register: false,
    // Sealed and masked like any reporter's number.
    reporter: { name: brokerName, phone, relation: 'other' },
  } as const
  const body = { ...common, statedIdNumber: idNumber, accident: { ...accident, narrative } }
  const made = await createReport(tx, { body })
  // What contradicts the insurer's register is for its people to see, and not for the broker to learn (CUS-05).
  const kept = made.ok ? made : await createReport(tx, { body, unmatched: true })
  if (!kept.ok) throw new Error(`the report of an assisted case was refused: ${kept.code}`)
  await insertLink(tx, kept.value.id, broker)
  return { id: kept.value.id, reportNo: kept.value.reportNo }
}

async function writeBack(tx: Tx, assistId: string, report: DeliveredReport): Promise<void> {
  const locked = await lockAssist(tx, assistId)
  if (!locked.ok || locked.value.reportId !== null) return
  await saveAssist(tx, assistId, { report })
  tx.record({
    name: 'assist.delivered',
    subject: { kind: 'assisted_claim', id: assistId },
    facts: { reportNo: report.reportNo },
  })
}
