/** SRV-10, ORG-05: a change of the rules of wording is put forward; a second person reads what goes and what comes. */
import type { proposeWordingRules as route } from '@anpei/contract/service-desk'
import type { Answer, Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { checkRules, rulesThatDiffer } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { WORDING_CHANGE, WORDING_SUBJECT } from './change-kinds.ts'
import { wordingNow } from './wording-now.ts'

export async function proposeWordingRules(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const checked = checkRules(body.rules)
  if (!checked.ok) return checked
  const now = await wordingNow(tx)
  if (now.version !== body.version) return refuse('request.stale')
  const { gone, come } = rulesThatDiffer(now.rules, checked.value)
  if (gone.length + come.length === 0) return refuse('identity.nothing_changed')
  return proposeChange(tx, {
    kind: WORDING_CHANGE,
    subject: { kind: 'desk_wording', id: WORDING_SUBJECT },
    title: `用语规则（第 ${now.version} 版）`,
    before: { version: now.version, lines: gone.join('；') },
    after: { version: now.version, lines: come.join('；'), reason: body.reason },
    sealed: checked.value,
  })
}
