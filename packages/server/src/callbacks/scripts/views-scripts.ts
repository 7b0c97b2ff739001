/** What is asked at callbacks: in force, to come, waiting for a second person, and before (CBK-02). */
import type { CallbackScript, listCallbackScripts as route } from '@anpei/contract/callbacks'
import type { Answer } from '@anpei/contract/kernel'
import { OCCASIONS, type Script } from '@anpei/domain/callbacks'
import { holds, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { changesOfKind, confirmedChange, staffNames } from '../../identity/index.ts'
import { SCRIPT_CHANGE, scriptSubjectId } from './script-change.ts'
import { datedScripts, scriptAt, scriptFrom } from './scripts-now.ts'

type Shown = Answer<typeof route>['scripts'][number]

export async function listCallbackScripts(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const asked = { kind: SCRIPT_CHANGE, state: 'waiting', subjectId: null, before: null, limit: 20 }
  const [all, changes] = await Promise.all([datedScripts(tx), changesOfKind(tx.db, tx.actor.tenantId, asked)])
  const names = await staffNames(tx.db, tx.actor.tenantId, [
    ...all.flatMap(({ published }) => (published ? [published.madeBy, published.confirmedBy] : [])),
    ...changes.map((change) => change.made_by),
  ])
  const nameOf = (id: string) => names.get(id) ?? '同事'
  const codes = [...new Set(all.map((one) => one.script.code))].toSorted()
  const scripts = codes.map((code): Shown => {
    const own = all.filter((one) => one.script.code === code)
    const [occasion] = own[0]?.script.occasions ?? []
    const inForce = occasion ? scriptAt(own, occasion, tx.now).version : 0
    const change = changes.find((one) => one.subject_id === scriptSubjectId(code))
    const waiting = change ? confirmedChange(tx, change) : null
    return {
      code,
      occasions: (own[0]?.script.occasions ?? []).map((one) => OCCASIONS[one].zh),
      waiting: waiting && {
        changeId: waiting.id,
        by: nameOf(waiting.madeBy),
        validFrom: String(waiting.after['validFrom']),
        reason: String(waiting.after['reason']),
        script: scriptView(scriptFrom(waiting.sealed)),
      },
      versions: own.map(({ script, published }) => ({
        script: scriptView(script),
        inForce: script.version === inForce,
        validFrom: published?.validFrom ?? null,
        reason: published?.reason ?? '',
        madeBy: published && nameOf(published.madeBy),
        confirmedBy: published && nameOf(published.confirmedBy),
      })),
    }
  })
  return ok({ scripts, can: holds(tx.actor, 'callback.lead') ? ['propose'] : [] })
}

/** What the contract may hand on is changeable; ours is not. */
function scriptView({ occasions: _, ...script }: Script): CallbackScript {
  return {
    ...script,
    identity: [...script.identity],
    questions: script.questions.map((question) => ({
      ...question,
      choices: question.choices.map((choice) => ({ ...choice })),
    })),
  }
}
