/** Policies and the premium of each policy year, with its working, as screens and files show them (PRG-06). */
import type {
  exportPremium as exportRoute,
  PolicyView,
  premiumBoard as boardRoute,
  PremiumView,
} from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { premiumOfYear } from '@anpei/domain/programme'
import { tableFile, type Cell } from '../../files/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { publishedOn } from '../versions/published-versions.ts'
import { headsOfYear, policiesOfTenant, receiptsOf, type PolicyData } from './store-policies.ts'

export function policyView(policy: PolicyData): PolicyView {
  return {
    id: policy.id,
    policyNo: policy.policy_no,
    holderName: policy.holder_name,
    holderPhone: policy.holder_phone,
    fromOn: policy.from_on,
    toOn: policy.to_on,
    premiumPerHeadFen: Number(policy.premium_per_head_fen),
    plannedHeads: policy.planned_heads,
    plannedFen: Number(policy.premium_per_head_fen) * policy.planned_heads,
    consentRoute: policy.consent_route,
    versionNo: policy.version_no,
  }
}

/** Heads × the sum a head, trued up by what the roster says now; years that have begun. */
export async function premiumBoard(
  tx: Tx,
  { params }: Input<typeof boardRoute>,
): Promise<Decision<Answer<typeof boardRoute>>> {
  const policies = (await policiesOfTenant(tx.db, tx.actor.tenantId)).filter(
    (policy) => policy.programme_id === params.programmeId,
  )
  if (policies.length === 0) return refuse('request.not_found')
  const today = dayOfInstant(tx.now)
  const begun = policies.filter((policy) => policy.from_on <= today)
  return ok({ years: await Promise.all(begun.map((policy) => premiumView(tx, policy))) })
}

export async function premiumAnswer(tx: Tx, policyId: string): Promise<Decision<PremiumView>> {
  const policy = (await policiesOfTenant(tx.db, tx.actor.tenantId)).find((one) => one.id === policyId)
  return policy ? ok(await premiumView(tx, policy)) : refuse('request.not_found')
}

async function premiumView(tx: Tx, policy: PolicyData): Promise<PremiumView> {
  const { db, actor } = tx
  const year = { from: policy.from_on, to: policy.to_on }
  const [heads, receipts, version] = await Promise.all([
    headsOfYear(db, actor.tenantId, policy.programme_id, year),
    receiptsOf(db, actor.tenantId, policy.id),
    publishedOn(db, actor.tenantId, policy.programme_id, policy.from_on),
  ])
  const joinerPremium = version?.content.parameters.joinerPremium ?? 'full'
  const leavers = heads.leavers.map(({ month, n }) => ({ month, heads: n }))
  const premium = premiumOfYear({
    policyYear: year,
    perHeadFen: policy.premium_per_head_fen,
    joinerPremium,
    plannedHeads: policy.planned_heads,
    headsAtStart: heads.at_start,
    joiners: heads.joiners.map(({ day, n }) => ({ from: day, heads: n })),
    leavers,
    paidFen: receipts.reduce((sum, one) => sum + one.amount_fen, 0n),
  })
  return {
    policyId: policy.id,
    policyNo: policy.policy_no,
    holderName: policy.holder_name,
    fromOn: policy.from_on,
    toOn: policy.to_on,
    perHeadFen: Number(policy.premium_per_head_fen),
    joinerPremium,
    plannedHeads: policy.planned_heads,
    lines: premium.lines.map((line) => ({ ...line, eachFen: Number(line.eachFen), sumFen: Number(line.sumFen) })),
    leavers,
    leftHeads: premium.leftHeads,
    heads: premium.heads,
    plannedFen: Number(premium.plannedFen),
    dueFen: Number(premium.dueFen),
    trueUpFen: Number(premium.trueUpFen),
    paidFen: Number(premium.paidFen),
    outstandingFen: Number(premium.outstandingFen),
    working: [...premium.working],
    receipts: receipts.map((one) => ({
      id: one.id,
      receivedOn: one.received_on,
      amountFen: Number(one.amount_fen),
      reference: one.reference,
      note: one.note,
      recordedBy: one.name,
      recordedAt: one.recorded_at,
    })),
    can: holds(actor, 'premium.record') ? ['record'] : [],
  }
}

export async function exportPremium(
  tx: Tx,
  { params, query }: Input<typeof exportRoute>,
): Promise<Decision<FileAnswer>> {
  const premium = await premiumAnswer(tx, params.policyId)
  if (!premium.ok) return premium
  const file = await tableFile(query.format, '保费结算单', statementRows(premium.value))
  return ok({ ...file, fileName: `保费结算单-${premium.value.policyNo}.${query.format}` })
}

function* statementRows(one: PremiumView): Generator<readonly Cell[]> {
  yield ['保费结算单', one.policyNo]
  yield ['投保人', one.holderName]
  yield ['保单年度', `${one.fromOn} 至 ${one.toOn}`]
  yield ['每人保费（元）', yuanCell(one.perHeadFen)]
  yield []
  yield ['项目', '起保日', '人数', '月数', '每人（元）', '金额（元）']
  for (const line of one.lines) {
    const title = line.kind === 'start' ? '年度首日在保' : '年度内新增'
    yield [title, line.from, line.heads, line.months, yuanCell(line.eachFen), yuanCell(line.sumFen)]
  }
  for (const { month, heads } of one.leavers) yield ['保障终止（保费不退）', month, heads, null, null, yuanCell(0)]
  yield []
  yield ['应收保费', null, one.heads, null, null, yuanCell(one.dueFen)]
  yield ['计划保费', null, one.plannedHeads, null, yuanCell(one.perHeadFen), yuanCell(one.plannedFen)]
  yield ['补退（应收减计划）', null, null, null, null, yuanCell(one.trueUpFen)]
  for (const receipt of one.receipts) {
    yield ['到账', receipt.receivedOn, null, null, receipt.reference, yuanCell(receipt.amountFen)]
  }
  yield ['已收合计', null, null, null, null, yuanCell(one.paidFen)]
  yield ['尚欠（负数为应退）', null, null, null, null, yuanCell(one.outstandingFen)]
  yield []
  for (const sentence of one.working) yield [sentence]
}

/** Yuan with two decimals as a number of a spreadsheet: exact, since a sum of fen fits a double many times over. */
function yuanCell(fen: number): number {
  return fen / 100
}
