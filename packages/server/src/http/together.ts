/**
 * Questions that many ask of one transaction in the same breath are answered by one statement: the courier does the
 * errands of fifty events side by side, calls that come together share a transaction, and most of them ask the same of
 * another case.
 */
import type { PoolClient } from 'pg'
import { holdBack } from '../db/index.ts'
import type { Tx } from './tx.ts'

type Asked<K, V> = { readonly key: K; readonly give: (value: V) => void; readonly fail: (error: unknown) => void }

/**
 * `answer` is given all keys asked for until everything that can run now has run, and answers them in their order. What
 * is asked so is sent later than it is called: not for reads that must stand behind a lock on the wire. Calls that
 * share a transaction have actors of their own; `tx` is that of the first.
 */
export function together<K, V>(answer: Answering<K, V>): (tx: Tx, key: K) => Promise<V> {
  // Behind every promise that is fulfilled already.
  return gathering(answer, (_tx, send) => {
    process.nextTick(send)
  })
}

/** The same, and it stands on the wire where it was asked for: before whatever is asked for or sent afterwards. */
export function togetherInTurn<K, V>(answer: Answering<K, V>): (tx: Tx, key: K) => Promise<V> {
  return gathering(answer, (tx, send) => {
    holdBack(tx.client, send)
  })
}

type Answering<K, V> = (tx: Tx, keys: readonly K[]) => Promise<readonly V[]>

function gathering<K, V>(
  answer: Answering<K, V>,
  later: (tx: Tx, send: () => void) => void,
): (tx: Tx, key: K) => Promise<V> {
  const waiting = new WeakMap<PoolClient, Asked<K, V>[]>()
  const answerAll = (tx: Tx, asked: readonly Asked<K, V>[]): void => {
    waiting.delete(tx.client)
    answer(
      tx,
      asked.map((one) => one.key),
    ).then(
      (values) => {
        for (const [index, value] of values.entries()) asked[index]?.give(value)
      },
      (error: unknown) => {
        for (const one of asked) one.fail(error)
      },
    )
  }
  return (tx, key) =>
    new Promise((give, fail) => {
      const asked = waiting.get(tx.client)
      if (asked) {
        asked.push({ key, give, fail })
        return
      }
      const first = [{ key, give, fail }]
      waiting.set(tx.client, first)
      later(tx, () => {
        answerAll(tx, first)
      })
    })
}
