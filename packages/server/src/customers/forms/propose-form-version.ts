/** CUS-03, ORG-05: a new version of a form is proposed, and a second person publishes it; filled forms keep theirs. */
import type { proposeFormVersion as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { NEXT_STEPS, parseForm, type FormDefinition } from '@anpei/domain/customers'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { formInForce } from './form-definitions.ts'
import { FORM_CHANGE, formSubjectId } from './form-change.ts'

export async function proposeFormVersion(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const now = await formInForce(tx.db, tx.actor.tenantId, params.form)
  const parsed = parseForm({ ...body.definition, form: params.form, version: now.version + 1 })
  if (!parsed.ok) return parsed
  const next = parsed.value
  if (JSON.stringify({ ...next, version: now.version }) === JSON.stringify(now)) {
    return refuse('identity.nothing_changed')
  }
  return proposeChange(tx, {
    kind: FORM_CHANGE,
    subject: { kind: 'form', id: formSubjectId(params.form) },
    title: `${next.title}第${next.version}版`,
    before: wordsOf(now),
    after: wordsOf(next),
    sealed: next,
  })
}

/** Both versions as both people read them. */
function wordsOf(form: FormDefinition) {
  return {
    title: form.title,
    note: form.note,
    fields: form.fields.map(({ label, required, choices }) => {
      const words = choices.map(([, word]) => word).join('/')
      return `${label}${words ? `：${words}` : ''}${required ? '（必填）' : ''}`
    }),
    steps: form.steps.map(({ when, step, why }) => `${NEXT_STEPS[step]}：${why}（${conditions(form, when)}）`),
  }
}

function conditions(form: FormDefinition, when: FormDefinition['steps'][number]['when']): string {
  const parts = Object.entries(when).map(([code, answers]) => {
    const field = form.fields.find((one) => one.code === code)
    const words = answers.map((answer) => field?.choices.find(([choice]) => choice === answer)?.[1] ?? answer)
    return `${field?.label ?? code}为${words.join('或')}`
  })
  return parts.join('，且')
}
