/**
 * SRV-02: what a letter, a fax or a sheet of an authority says about itself. The day of the postmark stands beside
 * the day of receipt, on which the clock starts; a postmark after it is a slip of the pen. The date an authority
 * demands is kept as written, never derived.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export type PaperOrigin = {
  readonly postmarkOn: Day | null
  readonly trackingNo: string
  readonly sheetNo: string
  readonly sender: string
  readonly answerBy: Day | null
}

/** Null where nothing is told. */
export function decideOrigin(told: PaperOrigin | null, receivedOn: Day): Decision<PaperOrigin | null> {
  if (told === null || Object.values(told).every((value) => value === null || value === '')) return ok(null)
  if (told.postmarkOn !== null && told.postmarkOn > receivedOn) return refuse('desk.postmark_after_receipt')
  if (told.answerBy !== null && told.sheetNo === '') return refuse('desk.sheet_number_missing')
  return ok(told)
}
