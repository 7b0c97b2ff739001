/** CBK-01, CBK-02: callbacks with every try and what was answered, for the page of a case or a customer. */
import type { listPersonCallbacks as route, WholeCallback } from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { itemsOf } from './item-view.ts'
import { callbackScope, notKeptFrom } from './scope.ts'
import { datedScripts, scriptThen } from './scripts/scripts-now.ts'
import { attemptsOfAll } from './store-attempts.ts'
import { callbacksWhere, ofSamePerson, type CallbackRecord } from './store.ts'
import { answersShown } from './talk-view.ts'

const MOST = 30

/** Newest first. Whoever may read the case may read them: the caller checks it. What is kept from them is not there. */
export async function callbacksOfCase(
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
): Promise<WholeCallback[]> {
  return wholeOf(
    tx,
    await callbacksWhere(
      tx,
      sql`c.subject_kind = ${subject.kind} and c.subject_id = ${subject.id} and ${notKeptFrom(tx.actor)}
        order by c.owed_at desc, c.id desc limit ${MOST}`,
    ),
  )
}

export async function listPersonCallbacks(
  tx: Tx,
  { params: { personId } }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await callbacksWhere(
    tx,
    sql`${ofSamePerson(tx, { personId, phoneHash: null })} and ${callbackScope(tx.actor, 'callback.read')}
      order by c.owed_at desc, c.id desc limit ${MOST}`,
  )
  return ok({ items: await wholeOf(tx, found) })
}

async function wholeOf(tx: Tx, callbacks: readonly CallbackRecord[]): Promise<WholeCallback[]> {
  const ids = callbacks.map((one) => one.id)
  const [items, attempts, scripts] = await Promise.all([
    itemsOf(tx, callbacks),
    attemptsOfAll(tx, ids),
    datedScripts(tx),
  ])
  const makers = [...attempts.values()].flatMap((tries) => tries.map((one) => one.madeBy))
  const names = await staffNames(tx.db, tx.actor.tenantId, makers)
  return callbacks.flatMap(({ id, told, scriptCode, scriptVersion, dropReason }, at) => {
    const item = items[at]
    if (!item) return []
    const script = scriptThen(scripts, scriptCode, scriptVersion)
    const tries = (attempts.get(id) ?? []).map((one) => ({ ...one, by: names.get(one.madeBy) ?? '同事' }))
    return [{ ...item, attempts: tries, answers: answersShown(script, told.answers), dropReason }]
  })
}
