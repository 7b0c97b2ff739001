/** A visit as lists, routes and its own page show it. */
import type { VisitItem } from '@anpei/contract/visits'
import { maskPhone } from '@anpei/domain/customers'
import { visitLifecycle } from '@anpei/domain/visits'
import { personSummaries, villageNames } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { timeLeftBy } from '../sla/index.ts'
import type { VisitRecord } from './store.ts'
import { visitsOfAway } from './store-visitors.ts'
import { whenOf } from './tell-visit.ts'

export type Shown = VisitItem & { readonly phoneMasked: string }

export async function itemsOf(tx: Tx, visits: readonly VisitRecord[]): Promise<Shown[]> {
  const [left, names, persons, villages, away] = await Promise.all([
    timeLeftBy(tx),
    staffNames(
      tx.db,
      tx.actor.tenantId,
      visits.flatMap((visit) => visit.visitorId ?? []),
    ),
    personSummaries(
      tx,
      visits.flatMap((visit) => visit.personId ?? []),
    ),
    villageNames(
      tx.db,
      visits.flatMap((visit) => visit.villageCode ?? []),
    ),
    visitsOfAway(
      tx,
      visits.map((visit) => visit.id),
    ),
  ])
  const people = new Map(persons.map((one) => [one.id, one]))
  return visits.map((visit) => {
    const { slotFrom, slotTo, told } = visit
    const person = visit.personId ? people.get(visit.personId) : undefined
    return {
      id: visit.id,
      visitNo: visit.visitNo,
      kind: visit.kind,
      state: visit.state,
      stateWord: visitLifecycle.states[visit.state].zh,
      revision: visit.revision,
      name: told.name || (person?.name ?? ''),
      villageName: visit.villageCode ? (villages.get(visit.villageCode) ?? null) : null,
      purpose: visit.purpose,
      visitorName: visit.visitorId ? (names.get(visit.visitorId) ?? '同事') : null,
      visitorAway: away.has(visit.id),
      slotOn: visit.slotOn,
      half: visit.half,
      when: slotFrom && slotTo ? whenOf(visit, { from: slotFrom, to: slotTo }) : null,
      requestedAt: visit.requestedAt,
      dueAt: visit.dueAt,
      timeLeft: left(visit.dueAt, visit.dueClock),
      phoneMasked: told.phone ? maskPhone(told.phone) : (person?.phoneMasked ?? ''),
    }
  })
}
