/** CLM-08, ORG-05: a hospital of the register, new or changed, is put forward and counts once another person agreed. */
import type { proposeHospital as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { decideHospital } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { newId } from '../../kernel/index.ts'
import { codeTaken, HOSPITAL_SAVE, hospitalStand, hospitalWords } from './hospital-changes.ts'
import { hospitalsOf } from './store-hospitals.ts'

export async function proposeHospital(
  tx: Tx,
  { body: { hospitalId, ...record } }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const [known] = hospitalId === null ? [] : await hospitalsOf(tx.db, tx.actor.tenantId, [hospitalId], [])
  if (hospitalId !== null && !known) return refuse('request.not_found')
  const decided = decideHospital(record)
  if (!decided.ok) return decided
  const id = hospitalId ?? newId()
  const taken = await codeTaken(tx, decided.value.code, id)
  if (!taken.ok) return taken
  return proposeChange(tx, {
    kind: HOSPITAL_SAVE,
    subject: { kind: 'hospital', id },
    title: `${known ? '修改' : '新增'}医院 ${decided.value.name}`,
    before: hospitalWords(known),
    after: hospitalWords(decided.value),
    sealed: { before: known ? hospitalStand(known) : null, record: decided.value },
  })
}
