/** CLM-06, SLA §2: a later time is asked for before the promised one is over and granted by a superior. */
import { defineLifecycle, ok, refuse, type Decision } from '../kernel/index.ts'

export const extensionLifecycle = defineLifecycle({
  name: 'extension',
  table: 'claim_extension',
  zh: '延期申请',
  initial: 'waiting',
  states: {
    waiting: { zh: '待批', en: 'waiting', phase: 'open' },
    granted: { zh: '已批准并告知', en: 'granted and told', phase: 'ended' },
    refused: { zh: '未批准', en: 'refused', phase: 'ended' },
  },
  transitions: {
    grant: { from: ['waiting'], to: 'granted', permission: 'claim.assign', zh: '批准延期' },
    refuse: { from: ['waiting'], to: 'refused', permission: 'claim.assign', zh: '不批准' },
  },
})
export type ExtensionState = keyof typeof extensionLifecycle.states

export const extensionRefusals = {
  'extension.own': {
    status: 403,
    zh: '自己申请的延期要由主管批准。',
    en: 'An extension is granted by a superior, not by who asked for it.',
  },
  'extension.waiting': {
    status: 409,
    zh: '这个案件已有一份延期申请在等批准。',
    en: 'An extension of this case is waiting for a decision already.',
  },
  'extension.needs_superior': {
    status: 403,
    zh: '延期要由主管批准；请提交延期申请。',
    en: 'A later time is granted by a superior; please ask for it.',
  },
} as const

/** Four eyes: the superior who decides is not the one who asked. */
export function mayDecideExtension(askedBy: string, deciderId: string | null): Decision<void, 'extension.own'> {
  return askedBy === deciderId ? refuse('extension.own') : ok(undefined)
}
