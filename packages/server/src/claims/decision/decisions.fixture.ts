/** Cases for the tests of decisions and payments: opened through the API, brought to assessing by their transitions. */
import { randomUUID } from 'node:crypto'
import {
  approveProposal,
  createReport,
  getClaim,
  proposeDecision,
  proposeShares,
  saveAssessment,
  type AssessmentInput,
} from '@anpei/contract/claims'
import { confirmChange } from '@anpei/contract/identity'
import type { Sent } from '@anpei/contract/kernel'
import { claimLifecycle } from '@anpei/domain/claims'
import { systemActor, transition } from '@anpei/domain/kernel'
import type { ClaimClass } from '@anpei/domain/claims'
import { sealAccount } from '../../customers/index.ts'
import { systemWrite, type Tx } from '../../http/index.ts'
import { sql } from 'kysely'
import type { Caller, World } from '../../testing/index.ts'
import { lockClaim, saveClaim } from '../store-claims.ts'

type Accident = NonNullable<Sent<typeof createReport>['body']>['accident']
export type Who = { readonly name: string; readonly idNumber: string }
export type OpenCase = {
  readonly id: string
  readonly claimNo: string
  readonly personId: string
  readonly lineOf: (benefit: string) => string
}

const SYSTEM = systemActor(1, 'test')

export async function inTx<A>(world: World, work: (tx: Tx) => Promise<A>): Promise<A> {
  return systemWrite(world.app, SYSTEM, work)
}

/** Opens a claim and brings it to assessing; its class is that of the table of cases unless said. */
export async function openCase(
  world: World,
  service: Caller,
  who: Who,
  accident: Accident,
  claimClass: ClaimClass = 'standard',
): Promise<OpenCase> {
  const report = await service(createReport, {
    body: {
      statedName: who.name,
      statedIdNumber: who.idNumber,
      channel: 'hotline',
      register: true,
      reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
      accident,
    },
  })
  const id = report.claims[0]?.id
  if (!id) throw new Error(`no claim was opened: ${report.state}`)
  await toAssessing(world, id, claimClass)
  return seen(service, id)
}

/** Its file complete, its review finished. */
export async function toAssessing(world: World, id: string, claimClass: ClaimClass): Promise<void> {
  await inTx(world, async (tx) => {
    const claim = await lockClaim(tx, id, 'claim.read')
    if (!claim.ok) throw new Error(claim.code)
    tx.record({ name: 'claim.requested', subject: { kind: 'claim', id } })
    for (const act of ['complete_file', 'finish_review'] as const) {
      const moved = transition(claimLifecycle, act, act === 'complete_file' ? 'collecting' : 'reviewing')
      if (moved.ok) await saveClaim(tx.db, 1, id, tx.now, { transition: moved.value, class: claimClass })
    }
  })
}

export async function seen(caller: Caller, id: string): Promise<OpenCase> {
  const page = await caller(getClaim, { params: { claimId: id } })
  return {
    id,
    claimNo: page.claimNo,
    personId: page.personId,
    lineOf: (benefit) => {
      const line = page.lines.find((one) => one.benefit === benefit)
      if (!line) throw new Error(`no line ${benefit}`)
      return line.id
    },
  }
}

type InputBody = NonNullable<Sent<typeof saveAssessment>['body']>

export const PROVED = { external: '病历', sudden: '病历', unintended: '本人陈述', nonDisease: '出院小结' }

/** What a clerk establishes, each answer with its evidence. */
export function input(change: Partial<AssessmentInput> = {}): InputBody {
  return {
    accidentTest: { external: 'yes', sudden: 'yes', unintended: 'yes', nonDisease: 'yes', evidence: PROVED },
    vehicle: 'none',
    vehicleEvidence: change.vehicle === undefined || change.vehicle === 'none' ? '' : '公交卡记录',
    exclusionEvidence: Object.fromEntries((change.exclusions ?? []).map((code) => [code, '医院的记录'])),
    ...change,
  }
}

export function stay(admittedOn: string, dischargedOn: string, hospitalLevel: 1 | 2 | 3 | null = 2) {
  const known = { hospitalId: null, levelReason: '', register: null }
  return { hospital: '潮南人民医院', admittedOn, dischargedOn, hospitalLevel, recognised: false, ...known }
}

/** Assesses as one person and proposes to pay what came out, for every benefit payable. */
export async function assessAndPropose(
  assessor: Caller,
  one: OpenCase,
  body: InputBody,
): Promise<{
  proposalId: string
  state: string
  stepsNeeded: number
  payableFen: number
}> {
  const assessment = await assessor(saveAssessment, { params: { claimId: one.id }, body })
  const lines = assessment.kinds.flatMap((kind) => kind.lines).filter((line) => line.payableFen > 0)
  const fresh = await seen(assessor, one.id)
  const made = await assessor(proposeDecision, {
    params: { claimId: one.id },
    body: {
      lines: lines.map((line) => ({
        lineId: fresh.lineOf(line.benefit),
        outcome: 'pay' as const,
        payableFen: line.payableFen,
      })),
    },
  })
  return {
    proposalId: made.proposalId ?? '',
    state: made.state,
    stepsNeeded: made.stepsNeeded,
    payableFen: assessment.payableFen,
  }
}

export async function approve(world: World, proposalId: string, ...logins: readonly string[]) {
  let last = { state: '', stepsNeeded: 0, stepsDone: 0 }
  for (const login of logins)
    last = await (await world.as(login))(approveProposal, { params: { proposalId }, body: {} })
  return last
}

/** A confirmed account of the person, as the customers row would hold it. */
export async function confirmedAccount(
  world: World,
  personId: string,
  change: { relation?: string; state?: string; holderName?: string; account?: string } = {},
): Promise<string> {
  const id = randomUUID()
  await inTx(world, async (tx) => {
    const { salt } = await tx.db
      .selectFrom('person')
      .select('salt')
      .where('tenant_id', '=', 1)
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const account = change.account ?? `62284803288888${String(Math.floor(1000 + Number(`0x${id.slice(0, 3)}`)))}`
    await tx.db
      .insertInto('payee_account')
      .values({
        tenant_id: 1,
        id,
        person_id: personId,
        holder_name: change.holderName ?? '收款人',
        relation: change.relation ?? 'self',
        bank: '农业银行',
        account_hash: tx.vault.lookupHash('account', account),
        sealed: sealAccount(tx.vault, salt, account),
        state: change.state ?? 'confirmed',
        made_at: tx.now,
        checked_at: tx.now,
      })
      .execute()
  })
  return id
}

/** A decided allowance of ¥150 with a confirmed account: its payment is due. */
export async function dueCase(world: World, who: Who, account = true): Promise<OpenCase> {
  const one = await openCase(
    world,
    await world.as('service1'),
    who,
    { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
    'simple',
  )
  if (account) await confirmedAccount(world, one.personId, { holderName: who.name })
  const facts = input({ stays: [stay('2026-10-10', '2026-10-14')] })
  const made = await assessAndPropose(await world.as('assessor1'), one, facts)
  if (made.state === 'waiting')
    await approve(world, made.proposalId, ...['underwriter1', 'head'].slice(0, made.stepsNeeded))
  return one
}

/** Publishes a routing table under which simple allowances are paid without an approver; the shipped one does not. */
export async function allowStraightThrough(world: World): Promise<void> {
  await inTx(world, async (tx) => {
    const key = sql<boolean>`tenant_id = 1 and code = 'claim-routing' and state = 'published'`
    const [table] = (await sql<{ content: unknown }>`select content from decision_table where ${key}`.execute(tx.db))
      .rows
    const jdm: { nodes: { content?: { rules?: Record<string, string>[] } }[] } = JSON.parse(
      JSON.stringify(table?.content),
    )
    for (const rule of jdm.nodes.flatMap((node) => node.content?.rules ?? [])) {
      if (rule.o_class === "'simple'") Object.assign(rule, { o_steps: '0', o_through: 'true' })
    }
    const content = JSON.stringify(jdm)
    await sql`update decision_table set state = 'retired' where ${key}`.execute(tx.db)
    await sql`insert into decision_table (tenant_id, id, code, version_no, state, content, made_at, published_at)
      values (1, ${randomUUID()}, 'claim-routing', 99, 'published', ${content}::jsonb, ${tx.now}, ${tx.now})`.execute(
      tx.db,
    )
  })
}

/** Shares of a line, put forward by one person and confirmed by a second. */
export async function shareLine(
  world: World,
  one: OpenCase,
  benefit: string,
  shares: readonly { readonly payeeAccountId: string; readonly shareBps: number }[],
): Promise<void> {
  const body = { lineId: one.lineOf(benefit), shares: [...shares], basis: '继承公证书' }
  const { changeId } = await (await world.as('service1'))(proposeShares, { params: { claimId: one.id }, body })
  await (await world.as('assessor2'))(confirmChange, { params: { id: changeId } })
}
