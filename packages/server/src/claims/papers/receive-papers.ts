/**
 * CLM-05: papers come in, from the desk, the post or the portal: kept, put on the claim's list, the legal clock started
 * by the signed request (理赔申请书), an open request for supplements answered when all has come.
 */
import type { ClaimStand } from '@anpei/contract/claims'
import type { BroughtBy } from '@anpei/contract/customers'
import { APPLICATION_CODE, decideReceipt, mayAct, OTHER_PAPER_CODE } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import { helperFacts } from '../../customers/index.ts'
import { filesAlsoWith, storePapers, type ArrivedPaper } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import type { Checklist } from './checklist-of.ts'
import { settleClaim } from '../settle-clocks.ts'
import type { ClaimChange, ClaimRecord } from '../store-claims.ts'
import { settleAuthority } from './authority-arrival.ts'
import { settleSupplement } from './supplement-arrival.ts'

const FIELD = 'file:'

export type Receipt = {
  readonly channel: string
  readonly receivedAt: Instant | null
  readonly files: readonly ArrivedFile[]
  /** Who handed them in at a desk (CUS-05); an account of the portal is known. */
  readonly broughtBy?: BroughtBy | undefined
  /** The file at the desk that is taken over as a paper. */
  readonly takenFrom?: string | undefined
}

export async function receivePapers(
  tx: Tx,
  { claim, checklist }: { readonly claim: ClaimRecord; readonly checklist: Checklist },
  receipt: Receipt,
): Promise<Decision<ClaimStand>> {
  const possible = mayAct('addPapers', claim, tx.actor, null)
  if (!possible.ok) return possible
  // Only our own people say when a paper reached us; for everybody else it is now.
  const receivedAt = tx.actor.kind === 'staff' ? (receipt.receivedAt ?? tx.now) : tx.now
  const papers = papersByCode(receipt.files, checklist)
  if (papers.length === 0) return refuse('file.none')
  if (receipt.takenFrom) {
    const held = await filesAlsoWith(tx, { kind: 'claim', id: claim.id }, [receipt.takenFrom])
    if (held.length > 0) return refuse('papers.taken_over')
  }
  const decision = decideReceipt(
    { receivedAt, reportedAt: claim.receivedAt, now: tx.now },
    papers.map((paper) => paper.code),
    checklist.items.map((item) => item.code),
  )
  if (!decision.ok) return decision
  const helper = await helperFacts(
    tx,
    { personId: claim.personId, act: 'hand_in', day: dayOfInstant(receivedAt) },
    receipt.broughtBy ?? { who: 'self' },
  )
  if (!helper.ok) return helper
  const stored = await storePapers(tx, {
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    channel: receipt.channel,
    receivedAt,
    papers,
  })
  if (!stored.ok) return stored

  const about = { subject: { kind: 'claim', id: claim.id }, personId: claim.personId, at: receivedAt } as const
  const codes = papers.map((paper) => paper.code)
  const requested = claim.requestedAt === null && codes.includes(APPLICATION_CODE)
  tx.record({
    name: 'claim.papers_received',
    ...about,
    facts: { codes, count: codes.length, channel: receipt.channel, ...helper.value },
  })
  if (requested) tx.record({ name: 'claim.requested', ...about })
  await settleSupplement(tx, claim, checklist.openSupplement, itemsWith(checklist, codes), receivedAt)
  await settleAuthority(tx, claim, codes)
  const change: ClaimChange = requested ? { requestedAt: receivedAt } : {}
  return ok(await settleClaim(tx, claim, change))
}

/** Several files of one code are the pages of one paper. */
function papersByCode(files: readonly ArrivedFile[], checklist: Checklist): ArrivedPaper[] {
  const codes = [
    ...new Set(files.map((file) => (file.field.startsWith(FIELD) ? file.field.slice(FIELD.length) : OTHER_PAPER_CODE))),
  ]
  return codes.map((code) => ({
    code,
    title: checklist.items.find((item) => item.code === code)?.title ?? '其他资料',
    files: files.filter(
      (file) => (file.field.startsWith(FIELD) ? file.field.slice(FIELD.length) : OTHER_PAPER_CODE) === code,
    ),
  }))
}

/** What just came counts as received. */
function itemsWith(checklist: Checklist, codes: readonly string[]) {
  return checklist.items.map((item) =>
    codes.includes(item.code) && (item.state === 'missing' || item.state === 'rejected')
      ? { ...item, state: 'received' as const }
      : item,
  )
}
