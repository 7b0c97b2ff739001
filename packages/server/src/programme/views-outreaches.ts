/** Possible claims as screens see them (PRG-05). */
import type { listOutreaches as route, OutreachView } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskPhone } from '@anpei/domain/customers'
import { ok, refuse, stateOf, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import { outreachLifecycle } from '@anpei/domain/programme'
import { openSecrets } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor } from '../identity/index.ts'
import { outreachesOf, type OutreachData } from './store-outreaches.ts'

export async function listOutreaches(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const after = readCursor(query.cursor, 1)?.[0] ?? null
  const found = await outreachesOf(tx.db, tx.actor, {
    id: null,
    state: query.state ?? null,
    after,
    limit: query.limit + 1,
  })
  return ok(
    pageOf(
      found,
      query.limit,
      (one) => [one.id],
      (one) => outreachView(tx, one),
    ),
  )
}

export async function outreachAnswer(tx: Tx, id: string): Promise<Decision<OutreachView>> {
  const [found] = await outreachesOf(tx.db, tx.actor, { id, state: null, after: null, limit: 1 })
  return found ? ok(outreachView(tx, found)) : refuse('request.not_found')
}

function outreachView(tx: Tx, one: OutreachData): OutreachView {
  const state = stateOf(outreachLifecycle, one.state)
  const { phone } = openSecrets(tx, one)
  const died = /^death:(\d{4})-(\d{2})-(\d{2})$/.exec(one.occasion)
  return {
    id: one.id,
    personId: one.person_id,
    name: one.name,
    phoneMasked: phone ? maskPhone(phone) : '',
    villageName: one.village_name,
    occasion: died ? `花名册显示于${died[1]}年${Number(died[2])}月${Number(died[3])}日身故` : one.occasion,
    state,
    stateWord: outreachLifecycle.states[state].zh,
    note: one.note,
    owner: one.owner_name,
    openedAt: one.opened_at,
    endedAt: one.ended_at,
    can: transitionsFrom(outreachLifecycle, state),
  }
}
