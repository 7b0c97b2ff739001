/** Assisted cases for tests: a broker's client, and an insurer that works on them through its own API. */
import { addAssistPapers, getAssist, listAssists, openAssist, submitAssist } from '@anpei/contract/assist'
import {
  addPapers,
  approveProposal,
  completeFile,
  getClaim,
  getReport,
  importReturn,
  judgePapers,
  listPayments,
  listReports,
  makeBatch,
  proposeDecision,
  registerReport,
  saveAssessment,
  sendBatch,
  verifyReport,
} from '@anpei/contract/claims'
import { confirmPayee, findPersons, proposePayee } from '@anpei/contract/customers'
import { systemActor } from '@anpei/domain/kernel'
import type { Sent } from '@anpei/contract/kernel'
import sharp from 'sharp'
import { systemWrite } from '../http/index.ts'
import { testPeople, type Caller, type World } from '../testing/index.ts'

type Opening = NonNullable<Sent<typeof openAssist>['body']>
export type Client = { readonly name: string; readonly idNumber: string }

export const FAR = '01936f00-0000-7000-8000-000000000001'

export function caseOf(client: Client, change: Partial<Opening> = {}): Opening {
  return {
    clientName: client.name,
    clientIdNumber: client.idNumber,
    clientPhone: '13900000000',
    insurerTenantId: 1,
    accident: { accidentOn: '2026-11-01', cause: 'fall', kinds: ['hospital'], narrative: '在家门口滑倒' },
    ...change,
  }
}

export async function part(code: string) {
  const bytes = await sharp({
    create: { width: 64, height: 64, channels: 3, background: { r: code.length * 9, g: 7, b: 99 } },
  })
    .jpeg()
    .toBuffer()
  return { field: `file:${code}`, file: new Blob([new Uint8Array(bytes)]), name: `${code}.jpg` }
}

export async function withPapers(broker: Caller, assistId: string, ...codes: readonly string[]): Promise<void> {
  await broker(addAssistPapers, { params: { assistId } }, { files: await Promise.all(codes.map(part)) })
}

/** Opened and submitted to the insurer of this installation, which has it in its list. */
export async function submitted(
  world: World,
  broker: Caller,
  client: Client,
): Promise<{ id: string; reportId: string }> {
  const { id } = await broker(openAssist, { body: caseOf(client) })
  await broker(submitAssist, { params: { assistId: id }, body: {} })
  await world.runJobs()
  const { reportNo } = await broker(getAssist, { params: { assistId: id } })
  const service = await world.as('service1')
  const found = await service(listReports, { query: { q: reportNo ?? '' } })
  return { id, reportId: found.items[0]?.id ?? '' }
}

/** The insurer's person knows the client and opens the claim. */
export async function registered(world: World, reportId: string): Promise<string> {
  const service = await world.as('service1')
  const { person } = await service(getReport, { params: { reportId } })
  await service(verifyReport, { params: { reportId }, body: { personId: person?.id ?? '' } })
  const { claims } = await service(registerReport, { params: { reportId } })
  await world.runJobs()
  return claims[0]?.id ?? ''
}

/** The insurer reads the papers, calculates, and two people decide to pay. */
export async function decided(world: World, claimId: string): Promise<number> {
  const [service, assessor] = [await world.as('service1'), await world.as('assessor1')]
  const params = { claimId }
  const { documents } = await service(getClaim, { params })
  const files = await Promise.all(
    documents.filter((item) => item.required && item.state === 'missing').map((item) => part(item.code)),
  )
  if (files.length > 0) await service(addPapers, { params, body: { channel: 'counter' } }, { files })
  await service(completeFile, { params })
  const papers = (await service(getClaim, { params })).documents.flatMap((item) => item.papers)
  await assessor(judgePapers, {
    params,
    body: {
      finish: true,
      verdicts: papers.map((paper) => ({
        documentId: paper.id,
        verdict: 'accepted' as const,
        checks: { real: true, complete: true, compliant: true },
      })),
    },
  })
  await accountOf(world, (await service(getClaim, { params })).personName)
  const { kinds, payableFen } = await assessor(saveAssessment, {
    params,
    body: {
      accidentTest: {
        external: 'yes',
        sudden: 'yes',
        unintended: 'yes',
        nonDisease: 'yes',
        evidence: { external: '病历', sudden: '病历', unintended: '本人陈述', nonDisease: '病历' },
      },
      vehicle: 'none',
      stays: [{ hospital: '潮南人民医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-05', hospitalLevel: 2 }],
    },
  })
  const { lines } = await assessor(getClaim, { params })
  const sums = new Map(kinds.flatMap((kind) => kind.lines.map((line) => [line.benefit, line.payableFen])))
  const proposed = await assessor(proposeDecision, {
    params,
    body: {
      lines: lines.map((line) => ({
        lineId: line.id,
        outcome: 'pay' as const,
        payableFen: sums.get(line.benefit) ?? 0,
      })),
    },
  })
  for (const login of ['underwriter1', 'underwriter2'].slice(0, proposed.stepsNeeded)) {
    await (await world.as(login))(approveProposal, { params: { proposalId: proposed.proposalId ?? '' }, body: {} })
  }
  await world.runJobs()
  return payableFen
}

async function accountOf(world: World, name: string): Promise<void> {
  const found = await (await world.as('service1'))(findPersons, { body: { q: name } })
  const payee = await (await world.as('assessor1'))(proposePayee, {
    params: { personId: found.items[0]?.id ?? '' },
    body: { holderName: name, relation: 'self', account: '6228480402564890018' },
  })
  await (await world.as('assessor2'))(confirmPayee, { params: { payeeId: payee.id } })
}

/** Everything due goes to the bank, and the bank says it arrived. */
export async function paid(world: World): Promise<void> {
  const [finance, finhead] = [await world.as('finance1'), await world.as('finhead')]
  const batch = await finance(makeBatch, { body: {} })
  await finhead(sendBatch, { params: { batchId: batch.id } })
  const { items } = await finance(listPayments, { query: { state: 'sent' } })
  const rows = items.map((one) => `${one.paymentNo},${(one.amountFen / 100).toFixed(2)},成功,`)
  const text = `支付编号,金额（元）,结果,失败原因\n${rows.join('\n')}\n`
  await finance(importReturn, {}, { files: [{ field: 'table', file: new Blob([text]), name: 'return.csv' }] })
  await world.runJobs()
}

/** Forgets, as after a break between the two tenants' transactions, that the insurer had it. */
export async function forgotten(world: World, table: 'assisted_claim' | 'assist_paper'): Promise<void> {
  await systemWrite(world.app, systemActor(2, 'test'), async ({ db }) => {
    if (table === 'assist_paper')
      await db.updateTable(table).set({ handed_at: null }).where('tenant_id', '=', 2).execute()
    else await db.updateTable(table).set({ report_id: null }).where('tenant_id', '=', 2).execute()
  })
}

export async function listed(broker: Caller, id: string) {
  const { items } = await broker(listAssists, { query: {} })
  return items.find((one) => one.id === id)
}

export const clients = testPeople
