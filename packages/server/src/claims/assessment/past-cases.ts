/**
 * PRG-08: what was ever judged, as cases that can be judged again by another version: the latest assessment of each
 * claim.
 */
import type { AdjudicationCase, ClaimKind, PastClaim } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { SealedAssessment } from './store-assessments.ts'

const KINDS: readonly ClaimKind[] = ['death', 'disability', 'hospital', 'medical']
const PER_ROUND = 2000

export async function pastCases(tx: Tx, programmeId: string): Promise<readonly PastClaim[]> {
  const cases: PastClaim[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await sql<{ id: string; claim_no: string; salt: Buffer; sealed: Buffer }>`
      select c.id, c.claim_no, a.salt, a.sealed from claim c join lateral (select salt, sealed from assessment a
        where a.tenant_id = c.tenant_id and a.claim_id = c.id order by revision desc limit 1) a on true
      where c.tenant_id = ${tx.actor.tenantId} and c.programme_id = ${programmeId} and c.id > ${after}::uuid
      order by c.id limit ${PER_ROUND}`.execute(tx.db)
    for (const row of found.rows) {
      const content: SealedAssessment = JSON.parse(tx.vault.openText(row.salt, row.sealed))
      for (const kind of KINDS) {
        if (content.kinds.includes(kind))
          cases.push({ ref: row.claim_no, personRef: content.personId, asked: caseOf(kind, content) })
      }
    }
    const last = found.rows.at(-1)
    if (!last || found.rows.length < PER_ROUND) return cases
    after = last.id
  }
}

/** As it stood then: cover, facts, and what had been paid in other claims before. */
function caseOf(kind: ClaimKind, content: SealedAssessment): AdjudicationCase {
  const { input, usage } = content
  const own = new Set(content.ownLines.map((line) => line.id))
  const paid = (benefit: string) =>
    usage.sums
      .filter((sum) => sum.benefit === benefit && sum.accidentOn === content.accidentOn && !own.has(sum.lineId))
      .reduce((sum, one) => sum + BigInt(one.paidFen), 0n)
  return {
    kind,
    accidentOn: content.accidentOn,
    cover: content.cover,
    birthOn: content.birthOn,
    vehicle: input.vehicle,
    deathOn: input.deathOn,
    exclusions: input.exclusions,
    stays: input.stays,
    disabilities: input.disabilities,
    expenses: [],
    accidentTest: {
      external: input.accidentTest.external,
      sudden: input.accidentTest.sudden,
      unintended: input.accidentTest.unintended,
      nonDisease: input.accidentTest.nonDisease,
    },
    history: {
      allowanceDays: usage.days.filter((days) => !own.has(days.lineId)).map(({ from, to }) => ({ from, to })),
      disabilityPaidFen: paid('disability'),
      medicalPaidFen: paid('medical'),
    },
  }
}
