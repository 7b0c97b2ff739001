/** CUS-01: two records side by side before they become one: masked, with what differs, and whether it may be. */
import type { compareForMerge as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { areStrangers, doubledCovers, doubleReasons, mergeDifferences, type MergePerson } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { openSecrets } from '../person-reads.ts'
import { coversToMerge, type MergeCoverRow } from './store-merges.ts'
import { loadPersonData, type PersonData } from '../store-persons.ts'
import { personRow } from '../views-persons.ts'

export async function compareForMerge(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const [survivor, merged] = await Promise.all([
    loadPersonData(db, actor, 'person.merge', params.personId),
    loadPersonData(db, actor, 'person.merge', params.mergedId),
  ])
  if (!survivor || !merged) return refuse('request.not_found')
  for (const person of [survivor, merged]) {
    tx.look({
      name: 'person.found',
      subject: { kind: 'person', id: person.id },
      personId: person.id,
      facts: { by: 'merge' },
    })
  }
  const [one, other] = await Promise.all([mergePerson(tx, survivor), mergePerson(tx, merged)])
  const [phone, otherPhone] = [openSecrets(tx, survivor).phone, openSecrets(tx, merged).phone]
  return ok({
    survivor: personRow(tx, survivor),
    merged: personRow(tx, merged),
    reasons: doubleReasons({ ...one, samePhone: phone !== null && phone === otherPhone }, other),
    differences: mergeDifferences(one, other),
    doubledCovers: doubledCovers(one.covers, other.covers).map(([kept, gone]) => ({
      programme: kept.programme,
      survivor: { fromOn: kept.fromOn, toOn: kept.toOn },
      merged: { fromOn: gone.fromOn, toOn: gone.toOn },
    })),
    strangers: areStrangers(one, other),
  })
}

type Merging = MergePerson & { readonly covers: readonly MergeCoverRow[] }

export async function mergePerson(tx: Tx, person: PersonData): Promise<Merging> {
  const { name, sex, birth_on: birthOn, died_on: diedOn } = person
  const covers = await coversToMerge(tx.db, tx.actor.tenantId, person.id)
  return { name, sex, birthOn, diedOn, idNumber: openSecrets(tx, person).idNumber, covers }
}
