/**
 * ORG-05: what happens when the second person, who has heard the recording, confirms a prompt, or the plan of a line
 * (SRV-02). Both are checked against what is in use by then: prompts and plans may have changed meanwhile.
 */
import { CallPlanBody, CallLine } from '@anpei/contract/service-desk'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { CALL_LINES, decidePlan, promptsInForce, type CallLine as Line, type Prompt } from '@anpei/domain/service-desk'
import { z } from 'zod'
import type { Tx } from '../../http/index.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from '../../identity/index.ts'
import { uuidOfHash } from '../../kernel/index.ts'
import { PromptBody } from './prompt-body.ts'
import { insertPlan, insertPrompt, plansNow, promptsInUse } from './store-menus.ts'

export const PROMPT_CHANGE = 'desk.prompt'
export const PLAN_CHANGE = 'desk.call_plan'

/** One change at a time waits for each plan, and for each use of prompts. */
export function menuSubject(tx: Pick<Tx, 'vault'>, what: string): string {
  return uuidOfHash(tx.vault.lookupHash('token', `desk-menu:${what}`))
}

export const menuChangeKinds: ChangeKinds = new Map<string, ChangeKind>([
  [
    PROMPT_CHANGE,
    {
      zh: '电话录音提示',
      check: 'desk.lead',
      labels: {
        version: '在用的版本',
        words: '录音里说的话',
        recordedBy: '录音人',
        validFrom: '从哪天起播放',
        reason: '理由',
      },
      proofs: ({ sealed }) => {
        const read = z.object({ id: z.string() }).safeParse(sealed)
        return read.success ? [{ title: '听录音', path: `/api/desk/prompts/${read.data.id}/audio` }] : []
      },
      apply: applyPrompt,
    },
  ],
  [
    PLAN_CHANGE,
    {
      zh: '电话播放计划',
      check: 'desk.lead',
      labels: { version: '所改的版本', lines: '播放计划', reason: '理由' },
      apply: applyPlan,
    },
  ],
])

async function applyPrompt(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const prompt = PromptBody.parse(change.sealed)
  const holds = await plansStillHold(tx, (others) => [...others, { ...prompt, version: Number.MAX_SAFE_INTEGER }])
  if (!holds.ok) return holds
  const version = await insertPrompt(tx, prompt, change.madeBy)
  const { line, occasion, language } = prompt
  tx.record({
    name: 'prompt.confirmed',
    subject: { kind: 'desk_prompt', id: prompt.id },
    facts: { line, occasion, language, version },
  })
  return ok(null)
}

async function applyPlan(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { line, plan } = z.object({ line: CallLine, plan: CallPlanBody }).parse(change.sealed)
  const { db, actor } = tx
  const [plans, prompts] = await Promise.all([plansNow(db, actor.tenantId), promptsInUse(db, actor.tenantId)])
  const now = plans.find((one) => one.line === line)?.version ?? 0
  if (now !== change.before['version']) return refuse('request.stale')
  const decided = decidePlan(plan, promptsInForce(prompts, line, dayOfInstant(tx.now)))
  if (!decided.ok) return decided
  const version = now + 1
  await insertPlan(tx, { line, version, plan: decided.value, madeById: change.madeBy })
  tx.record({
    name: 'call_plan.confirmed',
    subject: { kind: 'desk_call_plan', id: change.subjectId },
    facts: { line, version },
  })
  return ok(null)
}

/**
 * Whether every plan that holds today would hold with other prompts, today and on each day one of them begins: a new
 * version that does not say the key to a human any more takes the key away (SRV-02).
 */
export async function plansStillHold(
  tx: Tx,
  change: (prompts: readonly Prompt[]) => readonly Prompt[],
): Promise<Decision<null>> {
  const { db, actor } = tx
  const [plans, before] = await Promise.all([plansNow(db, actor.tenantId), promptsInUse(db, actor.tenantId)])
  const after = change(before)
  const today = dayOfInstant(tx.now)
  const days = [today, ...after.flatMap(({ validFrom }) => (validFrom > today ? [validFrom] : []))]
  for (const { line, plan } of plans) {
    for (const day of days) {
      const decided = decidePlan(plan, promptsInForce(after, line, day))
      if (!decided.ok) return refuse('desk.prompt_needed', { line: wordOf(line), why: whyOf(decided) })
    }
  }
  return ok(null)
}

function wordOf(line: Line): string {
  return CALL_LINES[line]
}

function whyOf({ code, facts }: { code: string; facts: Readonly<Record<string, unknown>> }): string {
  if (code === 'desk.plan_key_unsaid') return `录音里没有说到按键 ${String(facts['key'])}`
  return `没有“${String(facts['occasion'] ?? '')}”的录音`
}
