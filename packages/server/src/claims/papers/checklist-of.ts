/** The checklist of a claim as it stands: lists of its version, papers handed in, waivers, and what is held already. */
import { documentItems, PERSON_PAPER_CODES, type ChecklistItem } from '@anpei/domain/claims'
import { ok, type Decision, type Instant, type Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { papersColumn, papersRead, type PaperRow, type PapersColumn } from '../../documents/index.ts'
import type { Tx } from '../../http/index.ts'
import { loadVersion } from '../../programme/index.ts'
import { lockClaimAnd, type ClaimRecord } from '../store-claims.ts'
import { FACTS_COLUMN, factsRead, type FactsColumn, type PaperFacts, type SupplementRow } from './store-papers.ts'
import { causeTold } from '../reports/store-reports.ts'

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

type Read = { readonly papers: PapersColumn; readonly facts: FactsColumn }
const READ: RawBuilder<Read> = sql`json_build_object('papers', ${papersColumn({
  tenantId: sql`c.tenant_id`,
  subjectIds: [sql`c.id`, sql`c.report_id`],
  person: { id: sql`c.person_id`, codes: PERSON_PAPER_CODES },
})}, 'facts', ${FACTS_COLUMN})`

export async function checklistOf(tx: Tx, claim: ClaimRecord): Promise<Checklist> {
  const { rows } = await sql<{ read: Read }>`select ${READ} as read from claim c
    where c.tenant_id = ${tx.actor.tenantId} and c.id = ${claim.id}`.execute(tx.db)
  if (!rows[0]) throw new Error(`claim ${claim.id} vanished`)
  return toChecklist(tx, claim, rows[0].read)
}

/** The claim locked, with its checklist. */
export async function lockWithChecklist(
  tx: Tx,
  claimId: string,
  permission: Permission,
): Promise<Decision<{ readonly claim: ClaimRecord; readonly checklist: Checklist }>> {
  const locked = await lockClaimAnd(tx, claimId, permission, READ)
  if (!locked.ok) return locked
  const { claim, more } = locked.value
  return ok({ claim, checklist: await toChecklist(tx, claim, more) })
}

async function toChecklist(tx: Tx, claim: ClaimRecord, read: Read): Promise<Checklist> {
  const version = await loadVersion(tx.db, tx.actor.tenantId, claim.versionId)
  const [papers, facts] = [papersRead(read.papers), factsRead(read.facts)]
  const cause = causeTold(tx.vault, claim)
  const itemsOf = (given: readonly PaperRow[], waivedCodes: readonly string[]) =>
    documentItems({
      lists: version.documents,
      kinds: claim.kinds,
      vehicle: claim.vehicle,
      cause,
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
