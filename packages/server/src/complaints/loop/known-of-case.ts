/** CMP-13: everything by which a complaint could be found again, to look for it in the text of a library case. */
import type { KnownOfCase } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import { secretsOf } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'

type Row = { readonly kind: 'names' | 'numbers' | 'villages' | 'offices' | 'sums'; readonly text: string | null }

export async function knownOfCase(tx: Tx, complaint: ComplaintRecord): Promise<KnownOfCase> {
  const { complainant, policyNo } = complaint.told
  const [rows, secrets] = await Promise.all([
    rowsOf(tx, complaint),
    complaint.personId === null ? undefined : secretsOf(tx, complaint.personId),
  ])
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind).flatMap((row) => row.text ?? [])
  const given = (texts: readonly (string | null | undefined)[]) => texts.flatMap((one) => (one ? [one] : []))
  return {
    names: given([complainant.name, ...of('names')]),
    numbers: given([complaint.complaintNo, policyNo, secrets?.idNumber, ...of('numbers')]),
    phones: given([complainant.phone, secrets?.phone, complainant.email]),
    addresses: given([complainant.address, secrets?.address]),
    villages: of('villages'),
    offices: of('offices'),
    sumsFen: of('sums').map(Number),
  }
}

/** Names, numbers, sums, village and outlets, also those of the staff who had to do with it. */
async function rowsOf(tx: Tx, complaint: ComplaintRecord): Promise<readonly Row[]> {
  const { tenantId } = tx.actor
  const { personId, claimId, villageCode } = complaint
  const staff = [
    ...complaint.concernedIds,
    ...[complaint.responsibleId, complaint.coordinatorId, complaint.recordedBy, complaint.decidedBy].flatMap(
      (id) => id ?? [],
    ),
  ]
  const offices = [complaint.respondentInstitutionId, complaint.institutionId, complaint.sellingInstitutionId]
  const { rows } = await sql<Row>`
    select 'names' as kind, name as text from person where tenant_id = ${tenantId} and id = ${personId}::uuid
    union all select 'names', name from staff_user where tenant_id = ${tenantId} and id = any(${staff}::uuid[])
    union all select 'numbers', claim_no from claim where tenant_id = ${tenantId} and id = ${claimId}::uuid
    union all select 'sums', payable_fen::text from claim_line
      where tenant_id = ${tenantId} and claim_id = ${claimId}::uuid
    union all select 'sums', sum(payable_fen)::text from claim_line
      where tenant_id = ${tenantId} and claim_id = ${claimId}::uuid
    union all select 'sums', sum_fen::text from complaint_act
      where tenant_id = ${tenantId} and complaint_id = ${complaint.id}
    union all select 'villages', d.name from division d where d.kind = 'village' and d.code in (${villageCode}::text,
      (select p.village_code from person p where p.tenant_id = ${tenantId} and p.id = ${personId}::uuid))
    union all select 'offices', name from institution where tenant_id = ${tenantId} and kind = 'outlet'
      and id = any(${offices.flatMap((id) => id ?? [])}::uuid[])`.execute(tx.db)
  return rows
}
