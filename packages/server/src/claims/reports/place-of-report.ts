/** CLK-04, ORG-07, T11: from the moment it is received a report is an institution's and, while it waits, a person's. */
import type { Tx } from '../../http/index.ts'
import type { MatchedPerson } from './match-person.ts'
import { chooseReportOwner, institutionOfReport } from '../owner.ts'
import type { ReportTold } from './store-reports.ts'

export type ReportPlace = {
  readonly villageCode: string | null
  readonly institutionId: string
  readonly ownerId: string | null
}

/** A report that opened its claims at once needs no owner: the claims have theirs. */
export async function placeOfReport(
  tx: Tx,
  { accident }: ReportTold,
  person: Pick<MatchedPerson, 'villageCode' | 'careMarks'> | null,
  waits: boolean,
): Promise<ReportPlace> {
  const villageCode = person?.villageCode ?? null
  const [institutionId, ownerId] = await Promise.all([
    institutionOfReport(tx, accident.placeText, villageCode),
    waits ? chooseReportOwner(tx, { villageCode, kinds: accident.kinds, careMarks: person?.careMarks ?? [] }) : null,
  ])
  return { villageCode, institutionId, ownerId }
}
