/** SRV-10: the answers to the list of the counter are kept with the request, by the version they were given to. */
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { unansweredAtCounter, type CounterAnswers } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { counterList } from '../desk-data.ts'
import { insertCounterCheck } from './store-counter-checks.ts'

type Said = { readonly version: number; readonly answers: CounterAnswers }
type Request = { readonly id: string; readonly personId: string | null }

export async function noteCounterCheck(tx: Tx, { id, personId }: Request, said: Said): Promise<Decision<null>> {
  const list = counterList()
  if (said.version !== list.version) return refuse('request.stale')
  const open = unansweredAtCounter(list, said.answers)
  if (open.length > 0) return refuse('visit.checklist_open', { points: open.join('；') })
  await insertCounterCheck(tx, id, said)
  const not = list.points.filter(({ code }) => said.answers[code] === 'no').map(({ code }) => code)
  tx.record({
    name: 'request.counter_checked',
    subject: { kind: 'request', id },
    personId,
    facts: { version: said.version, not },
  })
  return ok(null)
}
