/**
 * CLM-09: every rule applied to a claim, with its numbers, from what was stored; and the proof that the same
 * calculation gives the same sum today. For `npm run explain` and for whoever must defend a decision years later.
 */
import { BENEFIT_WORDS, claimLifecycle, lineLifecycle } from '@anpei/domain/claims'
import { formatYuan, minuteText, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sentenceOf } from '@anpei/domain/programme'
import { RUN_STATE_WORDS } from '@anpei/domain/sla'
import type { Tx } from '../../http/index.ts'
import { clocksOf, definitionsOf } from '../../sla/index.ts'
import { judgeKept } from './judge.ts'
import { benefitOf, reasonsOf } from '../page-views.ts'
import { latestAssessment, type AssessmentRecord } from './store-assessments.ts'
import { findClaim, type ClaimRecord } from '../store-claims.ts'

export async function explainClaim(tx: Tx, claimNo: string): Promise<Decision<readonly string[]>> {
  const { tenantId } = tx.actor
  const row = await tx.db
    .selectFrom('claim')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('claim_no', '=', claimNo)
    .executeTakeFirst()
  if (!row) return refuse('request.not_found')
  const claim = await findClaim(tx, row.id, 'claim.read')
  if (!claim.ok) return claim
  const [made, clocks, { titleOf }] = await Promise.all([
    latestAssessment(tx.db, tenantId, tx.vault, row.id),
    clocksOf(tx.db, tenantId, row.id),
    definitionsOf(tx),
  ])
  return ok([
    `赔案 ${claimNo}：${claimLifecycle.states[claim.value.state].zh}；出险日期 ${claim.value.accidentOn}`,
    '',
    '一、计算',
    ...(made ? await workingOf(tx, made) : ['尚未计算。']),
    '',
    '二、给付项',
    ...claim.value.lines.map(lineSentence),
    '',
    '三、时限',
    ...clocks.map(
      (clock) =>
        `${titleOf(clock.clockId).title}（${clock.clockId}，${runStateWord(clock.state)}）：${clock.explanation}`,
    ),
  ])
}

async function workingOf(tx: Tx, made: AssessmentRecord): Promise<string[]> {
  const { assessed, version, sameDefinition } = await judgeKept(tx, made.content)
  const same = assessed.payableFen === made.payableFen && sameDefinition
  return [
    `第 ${made.revision} 次计算，${made.madeByName ?? '系统'}，${minuteText(made.madeAt)}；` +
      `方案版本 ${version.version}（${version.title}）`,
    ...assessed.kinds.flatMap(({ adjudication }) =>
      adjudication.working.map((step) => `· ${sentenceOf(step)} [${step.code}]`),
    ),
    ...assessed.kinds.flatMap(({ adjudication }) =>
      adjudication.lines.flatMap((line) => [
        `${BENEFIT_WORDS[line.benefit]}：`,
        ...line.working.map((step) => `· ${sentenceOf(step)} [${step.code}]`),
      ]),
    ),
    `合计 ${formatYuan(assessed.payableFen)}；按保存的事实与版本重算：${same ? '一致' : `不一致，当时为 ${formatYuan(made.payableFen)}`}`,
  ]
}

function lineSentence(line: ClaimRecord['lines'][number]): string {
  const reasons = reasonsOf(line.denialCodes).map((reason) => reason.text)
  const title = BENEFIT_WORDS[benefitOf(line.benefit)]
  const sums = `核定 ${formatYuan(line.payableFen)}，已付 ${formatYuan(line.paidFen)}`
  const why = reasons.length > 0 ? `，原因：${reasons.join('；')}` : ''
  return `${title}：${lineLifecycle.states[line.state].zh}，${sums}${why}`
}

function runStateWord(state: string): string {
  return Object.entries(RUN_STATE_WORDS).find(([known]) => known === state)?.[1] ?? state
}
