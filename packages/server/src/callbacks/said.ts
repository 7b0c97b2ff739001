/** CBK-02, CMP-10: what people said when they were asked after, for whoever works on the case it was about. */
import type { Satisfied } from '@anpei/domain/callbacks'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { datedScripts, scriptThen } from './scripts/scripts-now.ts'
import { callbacksWhere } from './store.ts'
import { answersShown } from './talk-view.ts'

type Said = {
  readonly id: string
  readonly callbackNo: string
  readonly at: Instant
  readonly satisfied: Satisfied
  /** In the words of the script of that day. */
  readonly answers: ReturnType<typeof answersShown>
}
const MOST = 20

/** Newest first. Whoever may read the case may read them: the caller checks that. */
export async function saidInCallbacks(
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
): Promise<readonly Said[]> {
  const callbacks = await callbacksWhere(
    tx,
    sql`c.subject_kind = ${subject.kind} and c.subject_id = ${subject.id} and c.state = 'reached'
      order by c.ended_at desc, c.id limit ${MOST}`,
  )
  const scripts = callbacks.length === 0 ? [] : await datedScripts(tx)
  return callbacks.flatMap(({ id, callbackNo, endedAt, satisfied, scriptCode, scriptVersion, told }) => {
    const answers = answersShown(scriptThen(scripts, scriptCode, scriptVersion), told.answers)
    return endedAt === null || satisfied === null || answers.length === 0
      ? []
      : [{ id, callbackNo, at: endedAt, satisfied, answers }]
  })
}
