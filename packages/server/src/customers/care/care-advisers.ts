/** ORG-07, CUS-04: who could be somebody's adviser, and who is chosen: by village, language and load. */
import { readFileSync } from 'node:fs'
import { chooseOwner, needOfCase, parseAssignment, type Assignment, type OwnerCandidate } from '@anpei/domain/identity'
import { dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { actorsFor } from '../../identity/index.ts'
import { adviserLoads } from './store-charges.ts'

let assignment: Assignment | undefined

function assignmentTable(): Assignment {
  if (assignment) return assignment
  const file = new URL('../../../../../config/assignment.json', import.meta.url)
  const parsed = parseAssignment(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(`config/assignment.json: ${parsed.code}`)
  return (assignment = parsed.value)
}

/** The language these care marks ask for, where one does (SRV-02, CUS-04). */
export function languageWished(careMarks: readonly string[]): string | null {
  return needOfCase(assignmentTable(), [], { villageCode: null, careMarks, kinds: [], apart: [] }).language
}

export type Advisers = { readonly adviserId: string | null; readonly deputyId: string | null }

type Candidate = OwnerCandidate & { openCount: number }
const ofTx = new WeakMap<Tx, Promise<Candidate[]>>()

/** Read once for all whom a transaction gives an adviser; who chooses one counts it on. */
export function adviserCandidates(tx: Tx): Promise<Candidate[]> {
  let known = ofTx.get(tx)
  if (!known) ofTx.set(tx, (known = readCandidates(tx)))
  return known
}

async function readCandidates(tx: Tx): Promise<Candidate[]> {
  const { tenantId } = tx.actor
  const [people, loads] = await Promise.all([
    actorsFor(tx.db, tenantId, 'care.advise', dayOfInstant(tx.now)),
    adviserLoads(tx.db, tenantId),
  ])
  return people.map((one) => ({ ...one, openCount: loads.get(one.id) ?? 0, lastAssignedAt: null }))
}

/** An adviser and a deputy; null where nobody is there. */
export function chooseAdvisers(
  candidates: readonly OwnerCandidate[],
  need: {
    readonly villageCode: string | null
    readonly careMarks: readonly string[]
    /** Not to be the adviser: who is away now. */
    readonly apart: readonly string[]
  },
): Advisers {
  const { villageCode, careMarks, apart } = need
  const choose = (without: readonly string[]) => {
    const asked = { villageCode, careMarks, kinds: [], apart: without }
    const chosen = chooseOwner(candidates, needOfCase(assignmentTable(), candidates, asked))
    return chosen.ok ? chosen.value.id : null
  }
  const adviserId = choose(apart)
  return { adviserId, deputyId: adviserId === null ? null : choose([...apart, adviserId]) }
}
