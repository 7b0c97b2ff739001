/**
 * Questions that many ask of one transaction in the same breath are answered by one statement: the courier does the
 * errands of fifty events side by side, and most of them ask the same of another case.
 */
import type { Tx } from './tx.ts'

type Asked<K, V> = { readonly key: K; readonly give: (value: V) => void; readonly fail: (error: unknown) => void }

/**
 * `answer` is given all keys asked for until everything that can run now has run, and answers them in their order. What
 * is asked so is sent later than it is called: not for reads that must stand behind a lock on the wire.
 */
export function together<K, V>(
  answer: (tx: Tx, keys: readonly K[]) => Promise<readonly V[]>,
): (tx: Tx, key: K) => Promise<V> {
  const waiting = new WeakMap<Tx, Asked<K, V>[]>()
  const answerAll = (tx: Tx, asked: readonly Asked<K, V>[]): void => {
    waiting.delete(tx)
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
      const asked = waiting.get(tx)
      if (asked) {
        asked.push({ key, give, fail })
        return
      }
      const first = [{ key, give, fail }]
      waiting.set(tx, first)
      // Behind every promise that is fulfilled already.
      process.nextTick(answerAll, tx, first)
    })
}
