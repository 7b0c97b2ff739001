/**
 * CLM-07: class and routing of a claim by a decision table that business staff edit. The engine is loaded when the
 * first table is asked; a published table is compiled once and kept by its id, since it never changes.
 */
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { VehicleClass } from '@anpei/domain/programme'
import type { ZenDecision, ZenEngine } from '@gorules/zen-engine'
import type { Db } from '../../db/index.ts'
import { publishedTable } from './store-tables.ts'

export type ClaimTraits = {
  readonly amountFen: number
  readonly kinds: readonly string[]
  readonly manual: boolean
  readonly historyCount: number
  readonly openClaims: number
  readonly vehicle: VehicleClass
  /** The most severe grade of disability, 1 to 10; 0 = none given. */
  readonly injuryGrade: number
  /** ICD-10, as told; empty where nobody said. */
  readonly injuryCode: string
  readonly missingPapers: number
  readonly evidenceComplete: boolean
  readonly riskScore: number
}
export const CLASSES = ['simple', 'standard', 'complex', 'special', 'mass'] as const
export type Routing = {
  readonly class: (typeof CLASSES)[number]
  /** People who must approve after the proposer; 0 = straight through. */
  readonly approvalSteps: number
  readonly straightThrough: boolean
  readonly tableId: string
}

export const TABLE_TITLES = { 'claim-routing': '案件分类与审批层级', 'complaint-priority': '投诉优先级与专长' } as const
type TableCode = keyof typeof TABLE_TITLES

let engine: Promise<ZenEngine> | undefined
const compiled = new Map<string, ZenDecision>()

/** Which table counts is asked of the database each time: that is one indexed row, its content only when it is new. */
export async function classify(db: Db, tenantId: number, known: ClaimTraits | Promise<ClaimTraits>): Promise<Routing> {
  const { result, tableId } = await answerOf(db, tenantId, 'claim-routing', known)
  const routing = routingOf(result)
  if (!routing) throw new Error(`the decision table ${tableId} answers no class`)
  return { ...routing, tableId }
}

/** What the published table of this code answers; whether that makes sense, the asking rule says. */
export async function answerOf(
  db: Db,
  tenantId: number,
  code: TableCode,
  known: object | Promise<object>,
): Promise<{ readonly result: unknown; readonly tableId: string }> {
  const [table, traits] = await Promise.all([publishedTable(db, tenantId, code, [...compiled.keys()]), known])
  if (!table) throw new Error(`no decision table ${code} is published`)
  let decision = compiled.get(table.id)
  if (!decision) {
    decision = (await zen()).createDecision(Buffer.from(JSON.stringify(table.content)))
    compiled.set(table.id, decision)
  }
  const { result } = await decision.evaluate(traits)
  return { result, tableId: table.id }
}

/** Runs a table that is being edited; what the engine complains of is a refusal. */
export async function tryContent(content: unknown, input: unknown): Promise<Decision<Record<string, unknown>>> {
  try {
    const { result } = await (await zen()).createDecision(Buffer.from(JSON.stringify(content))).evaluate(input)
    return ok(typeof result === 'object' && result !== null ? { ...result } : {})
  } catch (fault) {
    return refuse('programme.table_faulty', {
      problem: fault instanceof Error ? fault.message.slice(0, 300) : '无法运行',
    })
  }
}

const ORDINARY: ClaimTraits = {
  amountFen: 30_000,
  kinds: ['hospital'],
  manual: false,
  historyCount: 0,
  openClaims: 0,
  vehicle: 'none',
  injuryGrade: 0,
  injuryCode: '',
  missingPapers: 0,
  evidenceComplete: true,
  riskScore: 0,
}
const SAMPLES: readonly ClaimTraits[] = [
  ORDINARY,
  { ...ORDINARY, missingPapers: 2, evidenceComplete: false, riskScore: 100, injuryGrade: 1, injuryCode: 'S72' },
  { ...ORDINARY, amountFen: 300_000, kinds: ['death'], manual: true, historyCount: 9, openClaims: 2, vehicle: 'air' },
  {
    ...ORDINARY,
    amountFen: 90_000_000,
    kinds: ['disability', 'medical'],
    historyCount: 1,
    vehicle: 'undecided',
    injuryGrade: 8,
  },
]

/** A table may be submitted when it answers every sample with a class, steps and straight-through that fit together. */
export async function checkContent(content: unknown): Promise<Decision<null>> {
  for (const sample of SAMPLES) {
    const tried = await tryContent(content, sample)
    if (!tried.ok) return tried
    const routing = routingOf(tried.value)
    if (!routing)
      return refuse('programme.table_faulty', { problem: `没有给出类别和层级：${JSON.stringify(tried.value)}` })
    if (routing.straightThrough !== (routing.approvalSteps === 0)) {
      return refuse('programme.table_faulty', { problem: '直通的案件层级应为 0，其他的至少 1' })
    }
  }
  return ok(null)
}

function routingOf(result: unknown): Omit<Routing, 'tableId'> | null {
  if (typeof result !== 'object' || result === null || !('class' in result) || !('approvalSteps' in result)) return null
  const found = CLASSES.find((one) => one === result.class)
  const { approvalSteps } = result
  const straightThrough = 'straightThrough' in result && result.straightThrough === true
  const isSteps =
    typeof approvalSteps === 'number' && Number.isInteger(approvalSteps) && approvalSteps >= 0 && approvalSteps <= 5
  return found && isSteps ? { class: found, approvalSteps, straightThrough } : null
}

function zen(): Promise<ZenEngine> {
  return (engine ??= import('@gorules/zen-engine').then((library) => new library.ZenEngine()))
}
