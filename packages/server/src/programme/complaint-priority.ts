/**
 * CMP-03, CMP-04: priority of a complaint and the skill its responsible person should have, by a decision table that
 * business staff edit like the routing of claims.
 */
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Db } from '../db/index.ts'
import { answerOf, tryContent } from './versions/decision-table.ts'

export type ComplaintTraits = {
  readonly urgency: string
  readonly severity: string
  /** Empty before it is classified. */
  readonly cause: string
  readonly major: boolean
  readonly legalImpact: boolean
  readonly regulatoryImpact: boolean
}
export type Prioritised = { readonly priority: 1 | 2 | 3; readonly skill: string }

export async function prioritise(db: Db, tenantId: number, traits: ComplaintTraits): Promise<Prioritised> {
  const { result, tableId } = await answerOf(db, tenantId, 'complaint-priority', traits)
  const found = priorityOf(result)
  if (!found) throw new Error(`the decision table ${tableId} answers no priority`)
  return found
}

const ORDINARY: ComplaintTraits = {
  urgency: 'normal',
  severity: 'normal',
  cause: '',
  major: false,
  legalImpact: false,
  regulatoryImpact: false,
}
const SAMPLES: readonly ComplaintTraits[] = [
  ORDINARY,
  { ...ORDINARY, urgency: 'urgent', severity: 'serious', cause: 'attitude' },
  { ...ORDINARY, cause: 'claim_time', legalImpact: true, regulatoryImpact: true },
]
/** A dispute about a medical payment comes first whatever else (CMP-03). */
const MEDICAL: ComplaintTraits = { ...ORDINARY, cause: 'medical_payment' }

/** A table may be submitted when it answers every sample, and a dispute about a medical payment with the highest. */
export async function checkPriorities(content: unknown): Promise<Decision<null>> {
  for (const sample of [...SAMPLES, MEDICAL]) {
    const tried = await tryContent(content, sample)
    if (!tried.ok) return tried
    const found = priorityOf(tried.value)
    if (!found)
      return refuse('programme.table_faulty', { problem: `没有给出优先级 1 到 3：${JSON.stringify(tried.value)}` })
    if (sample === MEDICAL && found.priority !== 1)
      return refuse('programme.table_faulty', { problem: '医疗给付争议的优先级须为 1（高）' })
  }
  return ok(null)
}

function priorityOf(result: unknown): Prioritised | null {
  if (typeof result !== 'object' || result === null || !('priority' in result)) return null
  const priority = ([1, 2, 3] as const).find((one) => one === result.priority)
  const skill = 'skill' in result && typeof result.skill === 'string' ? result.skill : ''
  return priority ? { priority, skill } : null
}
