/**
 * CMP-12: a complaint that is really a 举报 goes over as long as its file alone would tell of it. What was built on it —
 * a proposal, a longer period, a sheet of the regulator — cannot be taken along, and would tell: then the 举报 is
 * registered on its own. The page offers by this rule what the command asks.
 */
import { ok, refuse, type Decision } from '../../kernel/index.ts'
import { complaintLifecycle, type ComplaintState } from '../lifecycles.ts'

export const HANGING = {
  proposal: '处理方案',
  act: '承诺事项',
  decision: '处理决定',
  extension: '延期申请',
  span: '鉴定或调解',
  recheck: '核查',
  sheet: '监管转办',
  cause: '原因与整改',
  library: '案例',
  major: '重大投诉',
  merged: '并案',
} as const
export type Hanging = keyof typeof HANGING

const EARLY: readonly ComplaintState[] = ['received', 'accepted', 'assigned', 'investigating']

export function decideTurning(state: ComplaintState, hanging: readonly Hanging[]): Decision<null> {
  if (hanging.length > 0)
    return refuse('tip.complaint_too_far', { what: hanging.map((one) => HANGING[one]).join('、') })
  if (EARLY.includes(state)) return ok(null)
  return refuse('lifecycle.not_possible', {
    case: complaintLifecycle.zh,
    state: complaintLifecycle.states[state].zh,
    act: '转为举报',
  })
}
