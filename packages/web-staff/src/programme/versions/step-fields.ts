/** What a screen asks for at each step of a change (PRG-08). */
import { AUDIENCES, STEP_KINDS, type StepKind } from '@anpei/domain/programme'
import { choicesOf, type Choice } from '../../kit/index.ts'

export type StepField = {
  readonly name: string
  readonly label: string
  readonly as: 'line' | 'text' | 'day' | 'audience' | 'objection'
  readonly help?: string
}
export type StepForm = {
  readonly title: string
  readonly note: string
  /** A paper is taken along: wanted, or needed. */
  readonly paper: 'no' | 'wanted' | 'needed'
  readonly fields: readonly StepField[]
}

export const STEP_FORMS: Readonly<Record<Exclude<StepKind, 'trigger' | 'agreement'>, StepForm>> = {
  study: {
    title: '登记论证',
    note: '写下论证的结论。最近一次演练的结果会自动附上。',
    paper: 'wanted',
    fields: [{ name: 'findings', label: '论证意见', as: 'text' }],
  },
  negotiation: {
    title: '登记协商',
    note: '保费上调，要与主办方协商并留下记录。',
    paper: 'wanted',
    fields: [
      { name: 'withWhom', label: '与谁协商', as: 'line' },
      { name: 'outcome', label: '协商结果', as: 'text' },
    ],
  },
  solution: {
    title: '登记书面解决办法',
    note: '保障缩减，要写明受影响的老人怎么办，比如过渡期、补偿、其他保障。',
    paper: 'wanted',
    fields: [{ name: 'solution', label: '解决办法', as: 'text' }],
  },
  authority: {
    title: '登记主管部门批准',
    note: '日期写批文上的日期。',
    paper: 'needed',
    fields: [
      { name: 'authority', label: '批准机关', as: 'line' },
      { name: 'number', label: '批文号', as: 'line' },
    ],
  },
  display: {
    title: '登记公示',
    note: '日期写公示第一天。',
    paper: 'wanted',
    fields: [
      { name: 'toOn', label: '公示到（含）', as: 'day' },
      { name: 'place', label: '公示地点或网址', as: 'line' },
    ],
  },
  objection: {
    title: '登记公示意见',
    note: '每条意见都要答复，公示才能结束。',
    paper: 'wanted',
    fields: [
      { name: 'from', label: '意见来源', as: 'line', help: '比如某村委会、某位老人的家属；不必写姓名。' },
      { name: 'said', label: '意见', as: 'text' },
    ],
  },
  answer: {
    title: '答复意见',
    note: '',
    paper: 'wanted',
    fields: [
      { name: 'objectionId', label: '哪条意见', as: 'objection' },
      { name: 'said', label: '答复', as: 'text' },
    ],
  },
  displayEnd: {
    title: '结束公示',
    note: '公示期满、意见都已答复后登记。',
    paper: 'wanted',
    fields: [{ name: 'summary', label: '公示情况', as: 'text' }],
  },
  credit: {
    title: '登记保费退还',
    note: '按新旧保费之差、剩余月数和在保人数，由系统算出每人退还多少。',
    paper: 'wanted',
    fields: [{ name: 'note', label: '说明', as: 'line' }],
  },
  notice: {
    title: '登记告知',
    note: '投保人和被保险人都要告知。登记告知投保人时，系统同时发出一条通知。',
    paper: 'wanted',
    fields: [
      { name: 'audience', label: '对象', as: 'audience' },
      { name: 'who', label: '告知了谁', as: 'line', help: '比如区民政局某科、全区 232 个村居。' },
      { name: 'how', label: '怎样告知', as: 'line', help: '比如公函、公告栏、短信、上门。' },
    ],
  },
  delivery: {
    title: '登记送达证明',
    note: '回执、签收单、张贴照片等。',
    paper: 'needed',
    fields: [
      { name: 'audience', label: '对象', as: 'audience' },
      { name: 'proof', label: '证明了什么', as: 'line' },
    ],
  },
  drop: {
    title: '撤销变更',
    note: '撤销后可以重新登记；做过的步骤不再算数。',
    paper: 'no',
    fields: [{ name: 'reason', label: '原因', as: 'text' }],
  },
}

export type FormKind = keyof typeof STEP_FORMS

export function formKind(text: string): FormKind | null {
  for (const kind in STEP_KINDS) if (isFormKind(kind) && kind === text) return kind
  return null
}

function isFormKind(text: string): text is FormKind {
  return Object.hasOwn(STEP_FORMS, text)
}

export const AUDIENCE_CHOICES: readonly Choice[] = choicesOf(AUDIENCES)
