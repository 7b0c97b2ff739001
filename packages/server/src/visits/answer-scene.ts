/**
 * CLM-02: a report that asks for somebody at the scene, or that the rules of data send somebody to, becomes a visit at
 * once, and the nearest free visitor is sent by the system; the desk may send another. The promise runs from the
 * receipt of the report. Where nobody goes out at all, only a report that asks for it makes a visit.
 */
import { dayOfInstant, type Instant } from '@anpei/domain/kernel'
import { halfOf, rankVisitors, whyOnSite } from '@anpei/domain/visits'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { agreeVisit } from './agree-visit.ts'
import { requestVisit } from './request-visit.ts'
import { onSiteRules } from './shipped-data.ts'
import { visitsWhere } from './store.ts'
import { warningsOn } from './warnings-of.ts'
import { absentDays, allVisitors, atScenes, bookedVisits } from './store-visitors.ts'

/** What a report says that is of matter here; `where` in the words of whoever told it. */
export type SceneTold = {
  readonly reportId: string
  readonly receivedAt: Instant
  readonly accidentOn: string
  readonly asked: boolean
  readonly kinds: readonly string[]
  readonly cause: string
  readonly diedAtOnce: boolean
  readonly personId: string | null
  readonly name: string
  readonly phone: string
  readonly where: string
  readonly villageCode: string | null
}

export async function answerScene(tx: Tx, told: SceneTold): Promise<void> {
  const why = whyOnSite({ ...told, receivedOn: dayOfInstant(told.receivedAt) }, onSiteRules())
  if (why === null) return
  const [there, all] = await Promise.all([
    visitsWhere(tx, sql`v.subject_id = ${told.reportId} and v.kind = 'on_site' limit 1`),
    allVisitors(tx),
  ])
  const visitors = all.filter((one) => one.able)
  if (there.length > 0 || (visitors.length === 0 && !told.asked)) return
  const made = await requestVisit(tx, {
    body: {
      kind: 'on_site',
      personId: told.personId,
      name: told.name || '报案人',
      phone: told.phone,
      address: told.where,
      villageCode: told.villageCode,
      subject: { kind: 'report', id: told.reportId },
      purpose: 'survey',
      why,
      channel: 'report',
      told: [],
      wishes: [],
      requestedAt: told.receivedAt,
    },
  })
  // Told without a person and a telephone, nobody can be met: the report's own look by a person stands (T11).
  if (!made.ok || made.value.dueAt === null) return
  await sendNearest(tx, made.value.id, new Date(made.value.dueAt).toISOString(), told.villageCode, visitors)
}

type Visitors = Awaited<ReturnType<typeof allVisitors>>

/** Tries the free ones in order; where nobody is free the visit waits for the desk, under its promise. */
async function sendNearest(
  tx: Tx,
  visitId: string,
  at: Instant,
  villageCode: string | null,
  visitors: Visitors,
): Promise<void> {
  const today = dayOfInstant(tx.now)
  const ids = visitors.map((one) => one.staffId)
  const [absent, scenes, booked] = await Promise.all([
    absentDays(tx, ids, [today]),
    atScenes(tx, ids),
    bookedVisits(tx, ids, today, today),
  ])
  const ranked = rankVisitors(
    visitors.map((one) => ({
      ...one,
      free: !absent.has(`${one.staffId}/${today}`) && !scenes.has(one.staffId),
      covered: warningsOn(one, today).length === 0,
      load: booked.filter((visit) => visit.visitorId === one.staffId).length,
    })),
    villageCode,
  )
  for (const one of ranked.filter(({ free }) => free)) {
    const body = { visitorId: one.staffId, day: dayOfInstant(at), half: halfOf(at), at, address: '' }
    if ((await agreeVisit(tx, { params: { visitId }, query: {}, body })).ok) return
  }
}
