/** CLM-08: what the register of hospitals says of each stay, read beside what a person says. */
import type { AssessmentInput } from '@anpei/contract/claims'
import { decideStayLevels } from '@anpei/domain/claims'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { hospitalsOf, type StoredHospital } from '../../programme/index.ts'

export async function stayLevels(tx: Tx, input: AssessmentInput): Promise<Decision<AssessmentInput>> {
  if (input.stays.length === 0) return ok(input)
  const read = decideStayLevels(input.stays, await registerOf(tx, input))
  return read.ok ? ok({ ...input, stays: read.value }) : read
}

export async function registerOf(tx: Tx, { stays }: Pick<AssessmentInput, 'stays'>): Promise<StoredHospital[]> {
  const ids = stays.flatMap((stay) => stay.hospitalId ?? [])
  const names = stays.filter((stay) => stay.hospitalId === null).flatMap((stay) => stay.hospital || [])
  return hospitalsOf(tx.db, tx.actor.tenantId, ids, names)
}
