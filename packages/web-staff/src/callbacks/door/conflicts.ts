/**
 * SRV-09: why what was asked at the door was not taken, in one sentence, where the visitor has to set something right;
 * what is in the hands of a colleague meanwhile is left to the office.
 */
import type { Problem } from '@anpei/contract/kernel'
import { DOOR_CONFLICTS } from '@anpei/domain/callbacks'
import type { Outcome } from '../../client/index.ts'

const BOTH = '您记下的在这台设备上，也已存到系统。'
const HERE = '您记下的都还在这台设备上，没有丢。'

/** `kept`: all of it lies at the office now. */
export function conflictOf({ code, message }: Pick<Problem, 'code' | 'message'>, kept: boolean): Outcome {
  if (kept && code in DOOR_CONFLICTS) return { sent: true, beside: true }
  return { sent: false, why: 'refused', message: `${message}${kept ? BOTH : HERE}` }
}
