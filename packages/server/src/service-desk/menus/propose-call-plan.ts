/** SRV-02, ORG-05: the plan of a line is put forward; without a key to a human in its first menu it is refused. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { CallPlanBody, proposeCallPlan as route } from '@anpei/contract/service-desk'
import { LANGUAGES } from '@anpei/domain/identity'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import {
  CALL_LINES,
  decidePlan,
  KEY_ACTS,
  PLAN_PARTS,
  PROMPT_OCCASIONS,
  promptsInForce,
  type CallPlan,
  type PlanPart,
} from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { menuSubject, PLAN_CHANGE } from './change-kinds.ts'
import { plansNow, promptsInUse } from './store-menus.ts'

const PARTS: readonly PlanPart[] = ['opening', 'menu', 'waiting', 'outOfHours', 'unanswered']

export async function proposeCallPlan(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const { line } = params
  const [plans, prompts] = await Promise.all([plansNow(db, actor.tenantId), promptsInUse(db, actor.tenantId)])
  const now = plans.find((one) => one.line === line)
  const version = now?.version ?? 0
  if (version !== body.version) return refuse('request.stale')
  const decided = decidePlan(body.plan, promptsInForce(prompts, line, dayOfInstant(tx.now)))
  if (!decided.ok) return decided
  const before = now ? wordsOf(now.plan) : ''
  const lines = wordsOf(body.plan)
  if (before === lines) return refuse('identity.nothing_changed')
  return proposeChange(tx, {
    kind: PLAN_CHANGE,
    subject: { kind: 'desk_call_plan', id: menuSubject(tx, `plan/${line}`) },
    title: `${CALL_LINES[line]}的播放计划`,
    before: { version, lines: before },
    after: { version, lines, reason: body.reason },
    sealed: { line, plan: body.plan },
  })
}

function wordsOf(plan: CallPlan | CallPlanBody): string {
  const parts = PARTS.map((part) => `${PLAN_PARTS[part]}：${plan[part].map((one) => PROMPT_OCCASIONS[one]).join('、')}`)
  const keys = plan.keys.map(
    ({ key, does, language }) => `${key} ${KEY_ACTS[does]}${language === null ? '' : `（${LANGUAGES[language]}）`}`,
  )
  return [...parts, `按键：${keys.join('，')}`].join('；')
}
