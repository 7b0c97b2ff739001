/**
 * CBK-02, ORG-05: a new version of what is asked is put before a second person; calls go on with the one in force until
 * its day, and answers stay with the version they were given to.
 */
import type { proposeCallbackScript as route } from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideNextScript } from '@anpei/domain/callbacks'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { SCRIPT_CHANGE, scriptSubjectId, wordsOfBoth } from './script-change.ts'
import { datedScripts } from './scripts-now.ts'

export async function proposeScript(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { validFrom, reason, ...draft } = body
  const newest = (await datedScripts(tx)).find((one) => one.script.code === params.code)?.script
  if (!newest) return refuse('request.not_found')
  const next = decideNextScript(draft, newest, { validFrom, today: dayOfInstant(tx.now) })
  if (!next.ok) return next
  const [before, after] = wordsOfBoth(newest, next.value)
  if (JSON.stringify(before) === JSON.stringify(after)) return refuse('identity.nothing_changed')
  return proposeChange(tx, {
    kind: SCRIPT_CHANGE,
    subject: { kind: 'callback_script', id: scriptSubjectId(params.code) },
    title: `回访问题“${next.value.name}”第 ${next.value.version} 版`,
    before,
    after: { ...after, validFrom, reason },
    sealed: next.value,
  })
}
