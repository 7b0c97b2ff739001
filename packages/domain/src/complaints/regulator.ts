/** CMP-11: 监管转办, the regulator's sheet and our written report; published ratios of both series. */
import { defineLifecycle, ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export const regulatorLifecycle = defineLifecycle({
  name: 'regulator_case',
  table: 'regulator_case',
  zh: '监管转办件',
  initial: 'received',
  states: {
    received: { zh: '待起草报告', en: 'received', phase: 'open' },
    drafted: { zh: '报告待审批', en: 'report drafted', phase: 'open' },
    approved: { zh: '报告已批准，待报送', en: 'report approved', phase: 'open' },
    reported: { zh: '已报送', en: 'reported', phase: 'ended' },
  },
  transitions: {
    draft: { from: ['received', 'drafted'], to: 'drafted', permission: 'complaint.regulator', zh: '起草报告' },
    return: { from: ['drafted'], to: 'received', permission: 'complaint.approve', zh: '退回报告' },
    approve: { from: ['drafted'], to: 'approved', permission: 'complaint.approve', zh: '批准报告' },
    report: { from: ['approved'], to: 'reported', permission: 'complaint.regulator', zh: '报送' },
  },
})
export type RegulatorState = keyof typeof regulatorLifecycle.states

/** The date stands on the sheet; one before its receipt was misread. */
export function decideSheet(facts: { readonly receivedOn: Day; readonly reportBy: Day }): Decision<null> {
  return facts.reportBy < facts.receivedOn ? refuse('complaint.report_date_past') : ok(null)
}

export type RatioBase = {
  /** Premium income of the period, in fen. */
  readonly premiumFen: bigint
  /** Policies and certificates in force. */
  readonly policies: number
  /** Persons covered. */
  readonly persons: number
}
export type Ratios = {
  readonly perHundredMillionYuan: number | null
  readonly perTenThousandPolicies: number | null
  readonly perTenThousandPersons: number | null
}

const FEN_OF_HUNDRED_MILLION_YUAN = 10_000_000_000

/** 亿元保费投诉量, 万张保单投诉量, 万人次投诉量; null where nothing is insured. */
export function publishedRatios(count: number, { premiumFen, policies, persons }: RatioBase): Ratios {
  const of = (base: number, unit: number) => (base > 0 ? (count * unit) / base : null)
  return {
    perHundredMillionYuan: of(Number(premiumFen), FEN_OF_HUNDRED_MILLION_YUAN),
    perTenThousandPolicies: of(policies, 10_000),
    perTenThousandPersons: of(persons, 10_000),
  }
}
