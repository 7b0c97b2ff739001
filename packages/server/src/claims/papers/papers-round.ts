/** NTF-02: which papers of a claim are told of together, by the log of what came. */
import { papersRoundOf, type PapersArrival, type PapersRound } from '@anpei/domain/claims'
import { sql } from 'kysely'
import { together } from '../../http/index.ts'

/** What came is told of under this occasion, by the event it began with. */
export const PAPERS_OCCASION = 'papers:'

type Asked = { readonly claimId: string; readonly eventId: string }

export const papersRound = together(async (tx, asked: readonly Asked[]): Promise<(PapersRound | null)[]> => {
  const { rows } = await sql<PapersArrival & { claimId: string }>`select e.subject_id as "claimId", e.id,
      coalesce((e.facts ->> 'recordedAt')::timestamptz, e.at) as "enteredAt",
      coalesce(e.facts -> 'codes', '[]'::jsonb) as codes
    from event e where e.tenant_id = ${tx.actor.tenantId}
      and e.subject_id = any(${[...new Set(asked.map((one) => one.claimId))]}::uuid[])
      and e.name = 'claim.papers_received' order by e.id`.execute(tx.db)
  return asked.map(({ claimId, eventId }) =>
    papersRoundOf(
      rows.filter((row) => row.claimId === claimId),
      eventId,
    ),
  )
})
