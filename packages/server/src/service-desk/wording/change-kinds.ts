/** ORG-05: what happens when the second person confirms a change of the rules of wording (SRV-10). */
import { WordingRuleSet } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { checkRules } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from '../../identity/index.ts'
import { menuChangeKinds } from '../menus/change-kinds.ts'
import { insertWording } from './store-wording.ts'
import { wordingNow } from './wording-now.ts'

export const WORDING_CHANGE = 'desk.wording'
/** There is one set of rules a tenant: one change of it waits at a time. */
export const WORDING_SUBJECT = '01936f00-0000-7000-8000-00000000de5c'

export const deskChangeKinds: ChangeKinds = new Map<string, ChangeKind>([
  ...menuChangeKinds,
  [
    WORDING_CHANGE,
    {
      zh: '用语规则',
      check: 'desk.lead',
      labels: { version: '所改的版本', lines: '规则（改前为去掉的，改后为加上的）', reason: '理由' },
      apply: applyWording,
    },
  ],
])

async function applyWording(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const now = await wordingNow(tx)
  // What was put forward stands on a version; another one has been confirmed meanwhile.
  if (now.version !== change.before['version']) return refuse('request.stale')
  const checked = checkRules(WordingRuleSet.parse(change.sealed))
  if (!checked.ok) return checked
  const version = now.version + 1
  await insertWording(tx, { version, rules: checked.value, madeById: change.madeBy })
  tx.record({
    name: 'desk.wording_changed',
    subject: { kind: 'desk_wording', id: WORDING_SUBJECT },
    facts: { version },
  })
  return ok(null)
}
