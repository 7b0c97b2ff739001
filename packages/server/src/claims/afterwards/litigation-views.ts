/** Suits with their papers as screens show them (CLM-16). */
import type { LitigationView } from '@anpei/contract/claims'
import { litigationCan, litigationLifecycle, LITIGATION_OUTCOMES, type LitigationOutcome } from '@anpei/domain/claims'
import { ok, refuse, stateOf, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { papersOf, type PaperRow } from '../../documents/index.ts'
import type { Tx } from '../../http/index.ts'

type Columns = {
  id: string
  claim_salt: Buffer
  forum: string
  forum_name: string
  case_no: string
  filed_on: Day
  claimed_fen: bigint
  state: string
  outcome: string | null
  awarded_fen: bigint | null
  hearing_on: Day | null
  sealed: Buffer
  made_at: Instant
  ended_at: Instant | null
}

export async function litigationViews(tx: Tx, where: RawBuilder<boolean>): Promise<LitigationView[]> {
  const { rows } = await sql<Columns>`
    select l.id, c.salt as claim_salt, l.forum, l.forum_name, l.case_no, l.filed_on, l.claimed_fen, l.state,
      l.outcome, l.awarded_fen, l.hearing_on, l.sealed, l.made_at, l.ended_at
    from litigation l join claim c on c.tenant_id = l.tenant_id and c.id = l.claim_id
    where l.tenant_id = ${tx.actor.tenantId} and ${where} order by l.made_at, l.id limit 50`.execute(tx.db)
  const papers =
    rows.length === 0
      ? []
      : await papersOf(
          tx.db,
          tx.actor.tenantId,
          rows.map((row) => row.id),
          null,
        )
  return rows.map((row) =>
    litigationView(
      tx,
      row,
      papers.filter((paper) => paper.subjectId === row.id),
    ),
  )
}

function litigationView(tx: Tx, row: Columns, papers: readonly PaperRow[]): LitigationView {
  const state = stateOf(litigationLifecycle, row.state)
  return {
    id: row.id,
    forum: row.forum === 'arbitration' ? 'arbitration' : 'court',
    forumName: row.forum_name,
    caseNo: row.case_no,
    filedOn: row.filed_on,
    claimedFen: Number(row.claimed_fen),
    state,
    stateWord: litigationLifecycle.states[state].zh,
    outcome: outcomeOf(row.outcome),
    awardedFen: row.awarded_fen === null ? null : Number(row.awarded_fen),
    hearingOn: row.hearing_on,
    note: tx.vault.openText(row.claim_salt, row.sealed),
    papers: papers.map((paper) => ({
      id: paper.id,
      title: paper.title,
      receivedAt: paper.receivedAt,
      files: paper.files.map(({ id, fileName, mediaType }) => ({ id, fileName, mediaType })),
    })),
    madeAt: row.made_at,
    endedAt: row.ended_at,
    can: litigationCan(state, tx.actor),
  }
}

function outcomeOf(text: string | null): LitigationOutcome | null {
  for (const known in LITIGATION_OUTCOMES) if (known === text && isOutcome(known)) return known
  return null
}

function isOutcome(text: string): text is LitigationOutcome {
  return Object.hasOwn(LITIGATION_OUTCOMES, text)
}

export async function litigationAnswer(tx: Tx, id: string): Promise<Decision<LitigationView>> {
  const [view] = await litigationViews(tx, sql<boolean>`l.id = ${id}`)
  return view ? ok(view) : refuse('request.not_found')
}
