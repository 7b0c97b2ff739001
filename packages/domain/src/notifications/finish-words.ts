/** CLM-14: when a case will probably be finished, in the words of notices and screens. */
import type { Day } from '../kernel/index.ts'
import { printedDay } from './letter-numerals.ts'

type Finish = { readonly likelyOn: Day; readonly earliestOn: Day; readonly latestOn: Day }
type FinishWords = { readonly likely: string; readonly span: string }

/** 2026年12月3日, 多数在12月1日至12月8日; no span where it is one day. */
export function finishWords({ likelyOn, earliestOn, latestOn }: Finish): FinishWords {
  const short = (day: Day) => {
    const printed = printedDay(day)
    return day.slice(0, 4) === likelyOn.slice(0, 4) ? printed.slice(5) : printed
  }
  const span = earliestOn === latestOn ? '' : `多数在${short(earliestOn)}至${short(latestOn)}`
  return { likely: printedDay(likelyOn), span }
}
