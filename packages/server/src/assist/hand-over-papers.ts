/**
 * ORG-01: papers of an assisted case pass to the insurer's claims through the insurer's own command, as papers that
 * came by 协助理赔; each paper to each claim once. What the claim's list does not know is kept there as another paper.
 */
import { systemActor, type Decision, type Refusal } from '@anpei/domain/kernel'
import { addPapers } from '../claims/index.ts'
import { shareOut } from '../customers/index.ts'
import { findFile, openFile, papersOf, type PaperRow } from '../documents/index.ts'
import { systemWrite, type App, type ArrivedFile, type Tx } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { claimsWithReceipts, insertReceipts, reportOfAssist, type Broker } from './store-links.ts'
import { findAssist, handedAtOf, markHanded, type AssistRecord } from './store.ts'
import { HAND_OVER } from './tasks.ts'

/** So much is carried at once; the rest by the next job. */
const MOST_BYTES = 32 * 1024 * 1024

type Carried = { readonly id: string; readonly code: string; readonly files: readonly ArrivedFile[] }
type Load = { readonly insurerTenantId: number; readonly papers: readonly Carried[]; readonly more: boolean }

export async function handOverPapers(app: App, payload: JobPayload): Promise<void> {
  const { assistId } = payload
  if (typeof assistId !== 'string') throw new Error('no case whose papers to hand over')
  const broker: Broker = { tenantId: payload.tenantId, assistId }
  const own = systemActor(broker.tenantId, `job:${HAND_OVER}`)
  const load = await systemWrite(app, own, (tx) => loadOf(tx, assistId))
  if (!load || load.papers.length === 0) return
  const arrived = await systemWrite(app, systemActor(load.insurerTenantId, `job:${HAND_OVER}`), (tx) =>
    putIn(tx, broker, load.papers),
  )
  if (arrived.length > 0) await systemWrite(app, own, (tx) => writeBack(tx, assistId, arrived, load.more))
}

async function loadOf(tx: Tx, assistId: string): Promise<Load | null> {
  const { tenantId } = tx.actor
  const found = await findAssist(tx, assistId)
  if (!found.ok || found.value.insurerTenantId === null || found.value.state === 'withdrawn') return null
  const [papers, handed] = await Promise.all([
    papersOf(tx.db, tenantId, [assistId], null),
    handedAtOf(tx.db, tenantId, assistId),
  ])
  const waiting = papers.filter((paper) => handed.get(paper.id) === null)
  const carried: Carried[] = []
  let bytes = 0
  for (const paper of waiting) {
    bytes += paper.files.reduce((sum, file) => sum + file.bytes, 0)
    if (carried.length > 0 && bytes > MOST_BYTES) break
    carried.push({ id: paper.id, code: paper.code, files: await filesOf(tx, paper) })
  }
  if (carried.length > 0) await enterLeaving(tx, found.value, carried.length)
  return { insurerTenantId: found.value.insurerTenantId, papers: carried, more: carried.length < waiting.length }
}

/** CUS-09: the agreement may have ended since the papers were added; then they stay, and the job tells. */
async function enterLeaving(tx: Tx, assist: AssistRecord, count: number): Promise<void> {
  const left = await shareOut(tx, {
    to: { kind: 'insurer', partner: assist.insurerName },
    what: 'insurer_papers',
    format: 'papers',
    reason: `随 ${assist.assistNo} 转交`,
    rowCount: count,
    sha256: null,
    subjectId: assist.id,
    personIds: [],
  })
  if (!left.ok) throw new Error(`papers of ${assist.assistNo} may not be handed over: ${left.code}`)
}

async function filesOf(tx: Tx, paper: PaperRow): Promise<ArrivedFile[]> {
  const files: ArrivedFile[] = []
  for (const { id } of paper.files) {
    const file = await findFile(tx.db, tx.actor.tenantId, id)
    if (!file) throw new Error(`file ${id} of a paper is not there`)
    const { bytes, fileName } = await openFile(tx, file, false)
    files.push({ field: `file:${paper.code}`, name: fileName, bytes })
  }
  return files
}

/** The papers that some claim has now. */
async function putIn(tx: Tx, broker: Broker, papers: readonly Carried[]): Promise<readonly string[]> {
  const report = await reportOfAssist(tx, broker, true)
  if (!report) return []
  const arrived = new Set<string>()
  for (const claim of await claimsWithReceipts(tx, report.id)) {
    for (const paper of papers) if (claim.papers.includes(paper.id)) arrived.add(paper.id)
    const fresh = papers.filter((paper) => !claim.papers.includes(paper.id))
    if (fresh.length === 0) continue
    const taken = await addTo(tx, claim.id, fresh)
    if (!taken.ok && taken.code === 'lifecycle.not_possible') continue
    if (!taken.ok) throw new Error(`the papers of an assisted case were refused: ${taken.code}`)
    await insertReceipts(
      tx,
      claim.id,
      fresh.map((paper) => paper.id),
    )
    for (const paper of fresh) arrived.add(paper.id)
  }
  return [...arrived]
}

async function addTo(tx: Tx, claimId: string, papers: readonly Carried[]): Promise<Decision<unknown>> {
  let files = papers.flatMap((paper) => paper.files)
  for (let tries = 0; tries <= papers.length; tries++) {
    const body = { channel: 'assist', receivedAt: null } as const
    const taken = await addPapers(tx, { params: { claimId }, query: {}, body }, files)
    if (taken.ok || taken.code !== 'papers.code_unknown') return taken
    const unknown = `file:${unknownCode(taken)}`
    files = files.map((file) => (file.field === unknown ? { ...file, field: 'file:other' } : file))
  }
  throw new Error('the list of papers of a claim knows no other papers')
}

function unknownCode(refusal: Refusal): string {
  return String(refusal.facts['code'])
}

async function writeBack(tx: Tx, assistId: string, arrived: readonly string[], more: boolean): Promise<void> {
  await markHanded(tx, arrived)
  tx.record({
    name: 'assist.papers_handed_over',
    subject: { kind: 'assisted_claim', id: assistId },
    facts: { count: arrived.length },
  })
  if (more) tx.enqueue({ task: HAND_OVER, payload: { assistId } })
}
