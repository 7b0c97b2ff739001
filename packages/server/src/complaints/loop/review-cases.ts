/** CMP-13: cases and 整改 of the period of a review, as this reader may see them: kept from whom they are about. */
import {
  CAUSES,
  complaintLifecycle,
  effectOf,
  improvementLifecycle,
  LOOP_STEPS,
  ratePerThousand,
  ROOT_CAUSES,
  VERDICTS,
  type Cause,
  type LoopStep,
  type RootCause,
  type Window,
} from '@anpei/domain/complaints'
import { addDays, dayOfInstant, startOfDay, stateOf, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { PrintedTable } from './printed-table.ts'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { complaintScope } from '../store.ts'
import { effectsOf, type EffectRecord } from './store-effects.ts'
import { improvementScope, improvementsWhere } from './store-improvements.ts'

const MOST = 200

type CaseRow = {
  readonly complaintNo: string
  readonly state: string
  readonly cause: Cause | null
  readonly receivedAt: Instant
  readonly step: LoopStep | null
  readonly rootCause: RootCause | null
}

export async function reviewCases(tx: Tx, window: Window): Promise<readonly PrintedTable[]> {
  const [cases, improvements] = await Promise.all([caseTable(tx, window), improvementTable(tx, window)])
  return [improvements, cases]
}

async function caseTable(tx: Tx, { from, to }: Window): Promise<PrintedTable> {
  const { rows } = await sql<CaseRow>`select c.complaint_no as "complaintNo", c.state, c.cause,
      c.received_at as "receivedAt", r.step, r.root_cause as "rootCause"
    from complaint c left join complaint_root_cause r on r.tenant_id = c.tenant_id and r.complaint_id = c.id
    where c.tenant_id = ${tx.actor.tenantId} and c.state <> 'merged'
      and c.received_at >= ${startOfDay(from)}::timestamptz
      and c.received_at < ${startOfDay(addDays(to, 1))}::timestamptz
      and ${complaintScope(tx.actor, 'complaint.read')}
    order by c.priority, c.received_at, c.id limit ${MOST + 1}`.execute(tx.db)
  return {
    title: '期间的投诉',
    head: ['投诉编号', '收到', '事由', '环节', '根因', '状态'],
    rows: rows
      .slice(0, MOST)
      .map(({ complaintNo, receivedAt, cause, step, rootCause, state }) => [
        complaintNo,
        dayOfInstant(receivedAt),
        cause === null ? '未分类' : CAUSES[cause].zh,
        step === null ? '未定' : LOOP_STEPS[step].zh,
        rootCause === null ? '未定' : ROOT_CAUSES[rootCause].zh,
        complaintLifecycle.states[stateOf(complaintLifecycle, state)].zh,
      ]),
    note: rows.length > MOST ? `只列前 ${MOST} 件。` : rows.length === 0 ? '没有可列出的投诉。' : '',
  }
}

/** Those under way at the end of the period or ended in it. */
async function improvementTable(tx: Tx, { from, to }: Window): Promise<PrintedTable> {
  const found = await improvementsWhere(
    tx,
    sql`i.proposed_at < ${startOfDay(addDays(to, 1))}::timestamptz
      and (i.ended_at is null or i.ended_at >= ${startOfDay(from)}::timestamptz)
      and ${improvementScope(tx, 'complaint.improve')} order by i.due_on, i.id limit ${MOST}`,
  )
  const [effects, names] = await Promise.all([
    effectsOf(
      tx,
      found.map((one) => one.id),
    ),
    staffNames(
      tx.db,
      tx.actor.tenantId,
      found.map((one) => one.ownerId),
    ),
  ])
  return {
    title: '整改（每千件投诉，95% 区间）',
    head: ['编号', '整改', '环节', '负责人', '期限', '状态', '之前', '之后', '后÷前', '结论'],
    rows: found.map((one) => [
      one.improvementNo,
      one.title,
      LOOP_STEPS[one.step].zh,
      names.get(one.ownerId) ?? '同事',
      one.dueOn,
      improvementLifecycle.states[one.state].zh,
      ...effectCells(effects.find((effect) => effect.improvementId === one.id && effect.round === one.round)),
    ]),
    note:
      found.length === 0
        ? '期间没有整改。'
        : '投诉率按 Garwood（1936）精确泊松区间；前后之比按 Clopper–Pearson（1934）条件区间。',
  }
}

function effectCells(effect: EffectRecord | undefined): string[] {
  if (!effect) return ['—', '—', '—', '未测']
  const before = { count: effect.beforeCount, exposure: effect.beforeExposure }
  const after = { count: effect.afterCount, exposure: effect.afterExposure }
  const { ratio } = effectOf({ before, after, unnamed: effect.unnamed })
  const told = (of: typeof before) => {
    const rate = ratePerThousand(of)
    return rate ? `${rate.rate}（${rate.low}–${rate.high}；${of.count}/${of.exposure}）` : `—（${of.count}/0）`
  }
  const two = (n: number) => (Number.isFinite(n) ? n.toFixed(2) : '∞')
  return [told(before), told(after), ratio ? `${two(ratio.low)}–${two(ratio.high)}` : '—', VERDICTS[effect.verdict]]
}
