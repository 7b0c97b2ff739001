/**
 * SRV-02: what the callers of a line hear, in which order, and what their keys do. The first menu always has a key that
 * leads to a human, and it is said aloud; a plan without it is refused, and so is a prompt whose coming or going would
 * leave a key unsaid.
 */
import type { Language } from '../identity/index.ts'
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { PROMPT_OCCASIONS, type Prompt, type PromptOccasion } from './prompt.ts'

export const KEY_ACTS = {
  human: '转人工',
  language: '用这种语言转人工',
  call_back: '请给我回电',
  again: '再听一遍',
} as const
export type KeyAct = keyof typeof KEY_ACTS

export type PlanKey = {
  /** One key of a telephone. */
  readonly key: string
  readonly does: KeyAct
  /** Only with `language`. */
  readonly language: Language | null
}

export const PLAN_PARTS = {
  opening: '接通后先播',
  menu: '主菜单（听着就能按键）',
  waiting: '转人工时播',
  outOfHours: '非服务时间，转人工前播',
  unanswered: '没有人接时播',
} as const
export type PlanPart = keyof typeof PLAN_PARTS
export type CallPlan = Readonly<Record<PlanPart, readonly PromptOccasion[]>> & { readonly keys: readonly PlanKey[] }

const PARTS: readonly PlanPart[] = ['opening', 'menu', 'waiting', 'outOfHours', 'unanswered']
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  '0': ['0', '零'],
  '1': ['1', '一'],
  '2': ['2', '二'],
  '3': ['3', '三'],
  '4': ['4', '四'],
  '5': ['5', '五'],
  '6': ['6', '六'],
  '7': ['7', '七'],
  '8': ['8', '八'],
  '9': ['9', '九'],
  '*': ['*', '星号', '米字'],
  '#': ['#', '井号'],
}

/** `prompts`: those in force on this line. */
export function decidePlan(plan: CallPlan, prompts: readonly Prompt[]): Decision<CallPlan> {
  const { keys } = plan
  const twice = keys.find(({ key }, at) => keys.findIndex((other) => other.key === key) !== at)
  if (twice) return refuse('desk.plan_key_twice', { key: twice.key })
  const human = keys.find(({ does }) => does === 'human')
  if (!human) return refuse('desk.plan_without_human')
  const wrong = keys.find(({ does, language }) => (does === 'language') !== (language !== null))
  if (wrong) return refuse('desk.plan_key_wrong', { key: wrong.key })
  const missing = PARTS.flatMap((part) => plan[part])
    .concat(keys.some(({ does }) => does === 'call_back') ? ['call_back_noted'] : [])
    .find((occasion) => !prompts.some((one) => one.occasion === occasion && one.language === 'zh'))
  if (missing) return refuse('desk.plan_prompt_missing', { occasion: PROMPT_OCCASIONS[missing] })
  const said = saidInMenu(plan, prompts)
  const unsaid = keys.find(({ key }) => !(SPOKEN[key] ?? []).some((word) => said.includes(word)))
  return unsaid ? refuse('desk.plan_key_unsaid', { key: unsaid.key }) : ok(plan)
}

function saidInMenu(plan: CallPlan, prompts: readonly Prompt[]): string {
  return prompts.flatMap(({ occasion, words }) => (plan.menu.includes(occasion) ? [words] : [])).join('')
}
