/** CUS-03, ORG-05: what happens when the second person confirms a new version of a form. */
import { parseForm, type FormName } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ChangeKind, ConfirmedChange } from '../../identity/index.ts'
import { formInForce } from './form-definitions.ts'
import { insertFormVersion } from './store-forms.ts'

export const FORM_CHANGE = 'form.version'

/** Changes are told apart by ids; a form has a name. */
const SUBJECTS: Readonly<Record<FormName, string>> = {
  information_capture: '0f000000-0000-4000-8000-000000000001',
  information_assessment: '0f000000-0000-4000-8000-000000000002',
  needs_and_budget: '0f000000-0000-4000-8000-000000000003',
}

export function formSubjectId(form: FormName): string {
  return SUBJECTS[form]
}

export const formChangeKind: ChangeKind = {
  zh: '表单新版',
  check: 'person.check',
  labels: { title: '标题', note: '说明', fields: '问题', steps: '建议' },
  apply: publish,
}

async function publish(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const parsed = parseForm(change.sealed)
  if (!parsed.ok) return parsed
  const next = parsed.value
  const now = await formInForce(tx.db, tx.actor.tenantId, next.form)
  const said = { by: change.madeBy, at: tx.now }
  const follows = next.version === now.version + 1
  if (!follows || !(await insertFormVersion(tx.db, tx.actor.tenantId, next, said))) return refuse('request.stale')
  tx.record({
    name: 'form.published',
    subject: { kind: 'form', id: change.subjectId },
    facts: { form: next.form, title: next.title, version: next.version, changeId: change.id },
  })
  return ok(null)
}
