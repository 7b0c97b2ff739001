/**
 * CMP-12, ORG-04: the way of a reporter without an account. Nothing of where they came from is kept: what they do is
 * done by the system, no address and no account stands in the log. Guessing a code is slow.
 */
import { refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { systemWrite, type Tx } from '../../http/index.ts'
import { countAttempt } from '../../identity/index.ts'
import { codeHash, findTip, type TipRecord } from './store-tips.ts'

const MOST_TRIES = 30
const MINUTES = 15

/** Null while there is room. */
export async function tooManyTries(tx: Tx): Promise<Decision<never> | null> {
  const limit = { what: 'tip', key: tx.actor.source, most: MOST_TRIES, minutes: MINUTES }
  const minutes = await countAttempt(tx, [limit])
  return minutes > 0 ? refuse('request.too_many', { minutes }) : null
}

class TakenBack extends Error {
  readonly refusal: Decision<never>
  constructor(refusal: Decision<never>) {
    super('refused')
    this.refusal = refusal
  }
}

/** A transaction of its own; a refusal keeps nothing. */
export async function namelessly<A>(tx: Tx, work: (own: Tx) => Promise<Decision<A>>): Promise<Decision<A>> {
  try {
    return await systemWrite(tx.app, systemActor(tx.actor.tenantId, 'portal'), async (own) => {
      const decision = await work(own)
      if (!decision.ok) throw new TakenBack(decision)
      return decision
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal
    throw error
  }
}

export async function findByCode(own: Tx, code: string, lock = false): Promise<Decision<TipRecord>> {
  const found = await findTip(own, sql`t.code_hash = ${codeHash(own, code)}`, lock)
  return found.ok ? found : refuse('tip.code_unknown')
}
