/** The checklist of a claim as it stands: lists of its version, papers handed in, waivers, and what is held already. */
import { documentItems, PERSON_PAPER_CODES, type ChecklistItem } from '@anpei/domain/claims'
import type { Instant } from '@anpei/domain/kernel'
import { papersOf, type PaperRow } from '../documents/index.ts'
import type { Tx } from '../http/index.ts'
import { loadVersion } from '../programme/index.ts'
import type { ClaimRecord } from './store-claims.ts'
import { paperFactsOf, type PaperFacts, type SupplementRow } from './store-papers.ts'

export type Checklist = {
  readonly items: readonly ChecklistItem<PaperRow>[]
  readonly waived: PaperFacts['waived']
  readonly supplements: readonly SupplementRow[]
  /** Not answered yet; at most one. */
  readonly openSupplement: SupplementRow | null
  /** The same with verdicts and waivers that are about to be written. */
  after(
    verdicts: ReadonlyMap<string, 'accepted' | 'rejected'>,
    waivedCodes: readonly string[],
  ): readonly ChecklistItem<PaperRow>[]
  readonly waivedAt: readonly Instant[]
}

export async function checklistOf(tx: Tx, claim: ClaimRecord): Promise<Checklist> {
  const { tenantId } = tx.actor
  const [version, papers, facts] = await Promise.all([
    loadVersion(tx.db, tenantId, claim.versionId),
    papersOf(tx.db, tenantId, [claim.id, claim.reportId], { id: claim.personId, codes: PERSON_PAPER_CODES }),
    paperFactsOf(tx.db, tenantId, claim),
  ])
  const itemsOf = (given: readonly PaperRow[], waivedCodes: readonly string[]) =>
    documentItems({
      lists: version.documents,
      kinds: claim.kinds,
      vehicle: claim.vehicle,
      papers: given,
      waivedCodes,
      accountConfirmed: facts.accountConfirmed,
    })
  const waivedCodes = facts.waived.map((one) => one.code)
  return {
    items: itemsOf(papers, waivedCodes),
    waived: facts.waived,
    supplements: facts.supplements,
    openSupplement: facts.supplements.find((one) => one.arrivedAt === null) ?? null,
    after: (verdicts, more) =>
      itemsOf(
        papers.map((paper) => ({ ...paper, verdict: verdicts.get(paper.id) ?? paper.verdict })),
        [...waivedCodes, ...more],
      ),
    waivedAt: facts.waived.map((one) => one.at),
  }
}
