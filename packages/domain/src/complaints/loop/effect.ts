/**
 * CMP-13: did the change help? Complaints per exposure at that place, before the change was proposed and after it was
 * done, over windows of the same length. Said only where the interval of the ratio leaves 1 out; where so few
 * complaints came that even none at all afterwards would not show it, they are too few to say. Complaints whose cause
 * nobody has named yet count as of this place before an improvement is believed.
 */
import { addDays, type Day } from '../../kernel/index.ts'
import { chanceOfNoneAfter, garwood, rateRatio, type Counted, type Interval } from './rates.ts'

export const WINDOW_DAYS = [30, 60, 90, 180] as const

export const VERDICTS = {
  improved: '投诉率下降',
  worsened: '投诉率上升',
  not_shown: '看不出变化',
  too_few: '件数太少，不能下结论',
  causes_missing: '还有投诉没有定根因，定完再测',
} as const
export type Verdict = keyof typeof VERDICTS

export type Window = { readonly from: Day; readonly to: Day }
type Windows = { readonly before: Window; readonly after: Window; readonly measureOn: Day }

/** The day of the proposal and the day it was done belong to neither. */
export function effectWindows(proposedOn: Day, doneOn: Day, days: number): Windows {
  return {
    before: { from: addDays(proposedOn, -days), to: addDays(proposedOn, -1) },
    after: { from: addDays(doneOn, 1), to: addDays(doneOn, days) },
    measureOn: addDays(doneOn, days + 1),
  }
}

export type EffectFacts = {
  readonly before: Counted
  readonly after: Counted
  /** Complaints of the later window that may come from this step and of which nobody has named the cause. */
  readonly unnamed: number
}
export type Effect = { readonly verdict: Verdict; readonly ratio: Interval | null }

const SURE = 0.025

export function effectOf({ before, after, unnamed }: EffectFacts): Effect {
  if (before.exposure <= 0 || after.exposure <= 0) return { verdict: 'too_few', ratio: null }
  const ratio = rateRatio(before, after)
  if (ratio.low > 1) return { verdict: 'worsened', ratio }
  if (ratio.high < 1) {
    const worst = rateRatio(before, { ...after, count: after.count + unnamed })
    return { verdict: worst.high < 1 ? 'improved' : 'causes_missing', ratio }
  }
  const few = chanceOfNoneAfter(before.count + after.count, before.exposure, after.exposure) > SURE
  return { verdict: few ? 'too_few' : 'not_shown', ratio }
}

const PER = 1000

export type RateShown = { readonly rate: number; readonly low: number; readonly high: number }

/** Complaints per thousand, with the exact interval; null where there was nothing to complain about. */
export function ratePerThousand({ count, exposure }: Counted): RateShown | null {
  if (exposure <= 0) return null
  const { low, high } = garwood(count)
  const per = (n: number) => Math.round((n / exposure) * PER * 100) / 100
  return { rate: per(count), low: per(low), high: per(high) }
}
