/** SRV-10: the list of the counter as it is asked now, and what was said of a request's service, in words. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { getCounterList as route, RequestView } from '@anpei/contract/service-desk'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { counterList, counterListThen } from '../desk-data.ts'
import type { CounterCheckRow } from './store-counter-checks.ts'

export async function getCounterList(_tx: Tx, _input: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { version, points } = counterList()
  return ok({ version, points: [...points] })
}

export function counterCheckShown(
  registeredBy: string | null,
  row: CounterCheckRow,
): RequestView['counterChecks'][number] {
  const { byId, by, at, version, answers } = row
  const points = counterListThen(version)?.points ?? []
  return {
    by,
    at,
    own: byId === registeredBy,
    points: points.map(({ code, text }) => ({ text, kept: answers[code] === 'yes' })),
  }
}
