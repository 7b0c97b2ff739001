/**
 * What a running server does every few seconds, at chosen hours of a simulated day: word is carried, clocks are
 * announced, families told, notices sent and their receipts taken; the local stand-ins lose, repeat and reject at the
 * demo's rates. Beside it the people the chain of channels falls back on: families that worry, visits that are made.
 */
import { endTask, markAnxious } from '@anpei/contract/claims'
import { startOfDay, type Day } from '@anpei/domain/kernel'
import { errands, jobHandlers, roundSteps } from '@anpei/server/app'
import type { Db } from '@anpei/server/db'
import { deliverNow, type App } from '@anpei/server/http'
import { sql } from 'kysely'
import { drawer, member, type Stage } from '../life/index.ts'

const HALF_HOURS = [8.5, 9.75, 10.5, 12.5, 14.5, 16.5, 17.5] as const
const HOUR_MS = 3_600_000
const MORNING = 9.25
const AFTERNOON = 15.25
const SEND = 'notifications.send'
/** One family in eight worries; of ten visits and letters seven are made on the day they are looked at. */
const WORRIED_OF = 8
const VISITED_OF_TEN = 7

export type Rounds = { readonly app: App; readonly tenantId: number; readonly stage: Stage; readonly db: Db }

/** Puts the rounds of a day on the agenda. */
export function planRounds(rounds: Rounds, day: Day, seed: number): void {
  const { agenda } = rounds.stage
  const draw = drawer(seed + Number(day.replaceAll('-', '')))
  const at = (hour: number) => new Date(Date.parse(startOfDay(day)) + hour * HOUR_MS).toISOString()
  for (const hour of HALF_HOURS) agenda.at(at(hour), () => goRound(rounds))
  agenda.at(at(MORNING), () => worry(rounds, draw))
  agenda.at(at(AFTERNOON), () => visit(rounds, draw))
}

export async function goRound({ app, tenantId }: Rounds): Promise<void> {
  await deliverNow(app, errands)
  for (const { work } of roundSteps) await work(app, tenantId)
  const send = jobHandlers(app).get(SEND)
  if (!send) throw new Error(`nobody does ${SEND}`)
  await send({ tenantId })
}

/** Claims registered since yesterday morning, some of whose families worry. */
async function worry({ stage, db, tenantId }: Rounds, draw: (below: number) => number): Promise<void> {
  const { rows } = await sql<{ id: string }>`select c.id from claim c
    join progress_due d on d.tenant_id = c.tenant_id and d.claim_id = c.id
    where c.tenant_id = ${tenantId} and d.told_no = 0 and not d.anxious order by c.claim_no`.execute(db)
  for (const { id } of rows) {
    if (draw(WORRIED_OF) > 0) continue
    const service = member(stage.cast, 'service1')
    await stage.act(service, markAnxious, { params: { claimId: id }, body: { anxious: true } })
  }
}

/** Whoever has a visit, a letter or a daily call to make, makes it: most of them, most days. */
async function visit({ stage, db, tenantId }: Rounds, draw: (below: number) => number): Promise<void> {
  const { rows } = await sql<{ id: string; owner: string | null; kind: string }>`
    select t.id, u.login as owner, t.kind from claim_task t
      left join staff_user u on u.tenant_id = t.tenant_id and u.id = t.owner_id
    where t.tenant_id = ${tenantId} and t.state = 'open' and t.kind in ('telling', 'visit', 'anxious_update')
    order by t.made_at, t.id`.execute(db)
  for (const { id, owner, kind } of rows) {
    if (kind !== 'anxious_update' && draw(10) >= VISITED_OF_TEN) continue
    const done = { params: { taskId: id }, body: { outcome: 'done' as const, findings: '已当面告知，家属知悉' } }
    await stage.act(member(stage.cast, owner ?? 'assessor1'), endTask, done)
  }
}
