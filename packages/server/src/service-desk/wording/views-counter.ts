/** SRV-10: the list of the counter as it is asked now, and what was said of a request's service, in words. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { getCounterList as route, RequestView } from '@anpei/contract/service-desk'
import { holds, ok, type Actor, type Decision } from '@anpei/domain/kernel'
import { mayLookOn } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { counterList, counterListThen } from '../desk-data.ts'
import type { RequestRecord } from '../store.ts'
import type { CounterCheckRow } from './store-counter-checks.ts'

export async function getCounterList(_tx: Tx, _input: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { version, points } = counterList()
  return ok({ version, points: [...points] })
}

type Served = Pick<RequestRecord, 'channel' | 'registeredBy'>
type Shown = Pick<RequestView, 'counterChecks' | 'can'>

/** As the page of a request shows it, and whether the actor may look on. */
export function atCounter(
  actor: Actor,
  served: Served,
  rows: readonly CounterCheckRow[],
  can: readonly string[],
): Shown {
  const { channel, registeredBy } = served
  const by = rows.map((row) => row.byId)
  const looksOn = mayLookOn({ channel, leads: holds(actor, 'desk.lead'), actorId: actor.id, registeredBy, by })
  return {
    counterChecks: rows.map((row) => checkShown(registeredBy, row)),
    can: looksOn ? [...can, 'checkCounter'] : [...can],
  }
}

function checkShown(registeredBy: string | null, row: CounterCheckRow): RequestView['counterChecks'][number] {
  const { byId, by, at, version, answers } = row
  const points = counterListThen(version)?.points ?? []
  return {
    by,
    at,
    own: byId === registeredBy,
    points: points.map(({ code, text }) => ({ text, kept: answers[code] === 'yes' })),
  }
}
