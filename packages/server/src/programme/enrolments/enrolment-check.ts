/** PRG-07: the quick check of one enrolment against the register, the roster and the other applications, as of now. */
import { parseIdNumber } from '@anpei/domain/customers'
import { dayOfInstant } from '@anpei/domain/kernel'
import { checkEnrolment, type CoverTerms } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { loadPerson } from '../../customers/index.ts'
import { coversOnDay } from '../cover/covers-on-day.ts'
import { termsOfProgramme } from '../cover/programme-terms.ts'
import { otherOpenEnrolments, type EnrolmentRecord } from './store-enrolments.ts'
import { findKnown } from '../roster/store-imports.ts'

export type Checked = ReturnType<typeof checkEnrolment> & {
  readonly personId: string | null
  readonly terms: CoverTerms
}

export async function checkNow(tx: Tx, one: EnrolmentRecord): Promise<Checked> {
  const { db, actor } = tx
  const today = dayOfInstant(tx.now)
  const [[known], terms, othersOpen] = await Promise.all([
    findKnown(db, actor.tenantId, one.programmeId, [one.idHash]),
    termsOfProgramme(db, actor.tenantId, one.programmeId),
    otherOpenEnrolments(tx, one),
  ])
  if (!terms) throw new Error(`programme ${one.programmeId} lost its published version`)
  const personId = known?.personId ?? null
  const [covers, person] = await Promise.all([
    personId ? coversOnDay(db, actor.tenantId, personId, today) : [],
    personId ? loadPerson(db, actor.tenantId, personId) : undefined,
  ])
  const { name, idNumber } = one.secret
  const facts = {
    today,
    birthOn: birthOf(idNumber),
    name,
    othersOpen,
    known: known
      ? {
          name: known.name,
          diedOn: person?.diedOn ?? null,
          status: known.current?.status ?? null,
          covers: covers.find((cover) => cover.programmeId === one.programmeId)?.spans ?? [],
        }
      : null,
  }
  return { ...checkEnrolment(facts, terms), personId, terms }
}

export function birthOf(idNumber: string): string {
  const parsed = parseIdNumber(idNumber)
  if (!parsed.ok) throw new Error('a stored identity number that cannot be read')
  return parsed.value.birthOn
}
