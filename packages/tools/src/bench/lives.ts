/**
 * Whole claim lives through the HTTP API at concurrency 16: report with registration, papers, file complete, the
 * claim's page, papers judged, assessed, proposed, approved by a second person; payments go out in batches beside it
 * and come back paid. The insured's account stands confirmed from before. Every call of every person is measured; a
 * life counts when it is decided, and all that are decided are paid before the run ends.
 */
import { createHash } from 'node:crypto'
import { dayOfInstant } from '@anpei/domain/kernel'
import { startServer } from './children.ts'
import type { Ground } from './ground.ts'
import { spread, underLoad } from './load.ts'
import { giveAccounts, inTurn, somePeople, type Somebody } from './people.ts'
import { payAll } from './payday.ts'
import { processorTime, type ProcessorTime } from './processor.ts'
import { accidentOn, reportOf } from './report-body.ts'
import { signIn, type Session } from './session.ts'
import { countStatements } from './statements.ts'
import { atLeast, atMost, type Row } from './table.ts'
import { openLine, type Line } from './wire.ts'

const CALLERS = 16
const LEAST = 100
const MOST_MS = 150
/** Until then every connection has prepared its statements and the program is compiled. */
const WARM_LIVES = 500
const PAPERS = [
  'application',
  'payee_identity',
  'payee_account',
  'records_authorisation',
  'discharge_summary',
  'expense_list',
  'medical_record',
]

type Bank = { readonly times: number[]; paid: number; over: boolean }
type Staff = {
  readonly clerk: Session
  readonly approver: Session
  readonly finance: Session
  readonly second: Session
}
export type LivesOptions = {
  readonly seconds: number
  readonly label: string
  readonly profile?: string
  /** A run of so many lives instead of so many seconds: what one costs can then be compared on a busy machine. */
  readonly lives?: number
  /** A file for what the database was asked; counting costs time itself. */
  readonly statements?: string
}

export async function benchLives(ground: Ground, options: LivesOptions, log: (line: string) => void): Promise<Row[]> {
  const server = await startServer(ground, options.profile === undefined ? {} : { profile: options.profile })
  try {
    const line = await openLine(server.port)
    const staff = {
      clerk: await signIn(line, 'assessor1'),
      approver: await signIn(line, 'underwriter1'),
      finance: await signIn(line, 'finance1'),
      second: await signIn(line, 'finhead'),
    }
    const people = await somePeople(ground, 20_000, 0)
    await giveAccounts(ground, people)
    const next = inTurn(people)
    const byStep = new Map<string, number[]>()
    const life = (caller: Line) => liveOnce(caller, staff, next(), byStep)
    await underLoad(server.port, CALLERS, { steps: WARM_LIVES }, life)
    await payAll(line, staff.finance, staff.second, [])
    byStep.clear()
    log(`  warmed up by ${WARM_LIVES} lives`)
    const bank: Bank = { times: [], paid: 0, over: false }
    const counter = options.statements === undefined ? null : await countStatements(ground, options.statements)
    const before = processorTime(server.pid, ground.folder)
    const paying = payday(line, staff, bank)
    const speed = yardstick()
    const done = await underLoad(
      server.port,
      CALLERS,
      options.lives ? { steps: options.lives } : { seconds: options.seconds },
      life,
    )
    bank.over = true
    log(`  a measure of the machine: ${speed().toFixed(1)} ms of processor for what takes 5 where nobody else works`)
    await paying
    bank.paid += await payAll(line, staff.finance, staff.second, bank.times)
    const after = processorTime(server.pid, ground.folder)
    line.end()
    const cost = before && after ? costOfOne(before, after, done.steps, log) : ''
    if (counter) log(`  ${await counter.told(done.steps)}`)
    for (const [step, times] of byStep)
      log(`  ${step.padEnd(10)} p50 ${spread(times).p50.toFixed(1)} ms, p95 ${spread(times).p95.toFixed(1)} ms`)
    log(`  batches    ${bank.paid} paid, p95 ${spread(bank.times).p95.toFixed(0)} ms`)
    return [
      {
        ...atLeast(
          'lives',
          `whole lives at concurrency ${CALLERS}, ${options.label}`,
          done.stepsPerSecond,
          LEAST,
          'lives/s',
        ),
        against: cost,
      },
      atMost('lives', `95 of 100 calls of these lives, ${options.label}`, done.p95, MOST_MS, 'ms'),
    ]
  } finally {
    await server.stop()
  }
}

export function costOfOne(
  before: ProcessorTime,
  after: ProcessorTime,
  lives: number,
  log: (line: string) => void,
): string {
  const each = (from: number, to: number) => ((to - from) / lives).toFixed(1)
  for (const [part, ms] of after.parts) {
    const spent = each(before.parts.get(part) ?? 0, ms)
    if (spent !== '0.0') log(`  ${part.padEnd(22)} ${spent} ms a life`)
  }
  const server = each(before.serverMs, after.serverMs)
  const database = each(before.databaseMs, after.databaseMs)
  const callers = each(before.benchMs, after.benchMs)
  const told = `processor a life: server ${server} ms, database ${database} ms, callers ${callers} ms`
  log(`  ${told}`)
  return told
}

/**
 * Processors that are shared do less in a millisecond: how long a fixed piece of work took while it was measured, at
 * intervals.
 */
function yardstick(): () => number {
  const times: number[] = []
  const timer = setInterval(() => {
    const from = process.cpuUsage()
    let hash = Buffer.alloc(32)
    for (let turn = 0; turn < 4000; turn++) hash = createHash('sha256').update(hash).digest()
    const { user, system } = process.cpuUsage(from)
    times.push((user + system) / 1000)
  }, 1000)
  return () => {
    clearInterval(timer)
    return spread(times).p50
  }
}

async function payday(line: Line, staff: Staff, bank: Bank): Promise<void> {
  while (!bank.over) {
    await new Promise((resolve) => {
      setTimeout(resolve, 500)
    })
    bank.paid += await payAll(line, staff.finance, staff.second, bank.times)
  }
}

async function liveOnce(line: Line, staff: Staff, person: Somebody, byStep: Map<string, number[]>): Promise<number[]> {
  const times: number[] = []
  const keep = (step: string, reply: { ms: number; body: string }) => {
    times.push(reply.ms)
    const known = byStep.get(step)
    if (known) known.push(reply.ms)
    else byStep.set(step, [reply.ms])
    return reply
  }
  const report: { claims: { id: string }[] } = JSON.parse(
    keep('report', await staff.clerk.post(line, '/api/reports', reportOf(person, true))).body,
  )
  const claimId = report.claims[0]?.id
  // A life cut short would count as a fast one.
  if (claimId === undefined) throw new Error('a report stayed a draft: nobody is left without an accident')
  const claim = `/api/claims/${claimId}`
  keep('papers', await staff.clerk.postParts(line, `${claim}/papers`, { channel: 'counter' }, PAPERS.map(paperOf)))
  keep('complete', await staff.clerk.post(line, `${claim}/complete-file`, {}))
  type Page = { documents: { papers: { id: string }[] }[]; lines: { id: string }[] }
  const page: Page = JSON.parse(keep('page', await staff.clerk.get(line, claim)).body)
  const verdicts = page.documents
    .flatMap((item) => item.papers)
    .map(({ id }) => ({ documentId: id, verdict: 'accepted', checks: { real: true, complete: true, compliant: true } }))
  keep('judge', await staff.clerk.post(line, `${claim}/papers/judge`, { verdicts, finish: true }))
  const made: { payableFen: number } = JSON.parse(
    keep('assess', await staff.clerk.post(line, `${claim}/assessments`, established())).body,
  )
  const lines = page.lines.map(({ id }) => ({ lineId: id, outcome: 'pay', payableFen: made.payableFen }))
  const proposed: { proposalId: string | null; stepsNeeded: number } = JSON.parse(
    keep('propose', await staff.clerk.post(line, `${claim}/proposals`, { lines })).body,
  )
  if (proposed.stepsNeeded > 0)
    keep('approve', await staff.approver.post(line, `/api/proposals/${proposed.proposalId}/approve`, {}))
  return times
}

/** A small scanned page; another one for every paper, so that none is a duplicate. */
function paperOf(code: string): { field: string; name: string; bytes: Buffer } {
  const lines = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj',
  ]
  const text = [...lines, `% ${code} ${++serial} ${performance.now()}`, 'trailer<</Root 1 0 R>>', '%%EOF', ''].join(
    '\n',
  )
  return { field: `file:${code}`, name: `${code}.pdf`, bytes: Buffer.from(text) }
}
let serial = 0

const EVIDENCE = { external: '病历', sudden: '病历', unintended: '本人陈述', nonDisease: '出院小结' }

function established(): object {
  const today = dayOfInstant(new Date().toISOString())
  return {
    accidentTest: { external: 'yes', sudden: 'yes', unintended: 'yes', nonDisease: 'yes', evidence: EVIDENCE },
    exclusions: [],
    vehicle: 'none',
    vehicleEvidence: '',
    stays: [
      {
        hospital: '潮南区人民医院',
        admittedOn: accidentOn(),
        dischargedOn: today,
        hospitalLevel: 2,
      },
    ],
  }
}
