/** PRG-07: the questions of an enrolment, one a page, and what is wrong with each answer before it is sent. */
import { parseIdNumber, parseName, parsePhone } from '@anpei/domain/customers'
import type { Day } from '@anpei/domain/kernel'

export type EnrolDraft = {
  readonly idNumber: string
  readonly name: string
  readonly phone: string
  readonly agreed: boolean
}
export const ENROL_STEPS = ['idNumber', 'name', 'phone', 'confirm'] as const
export type EnrolStep = (typeof ENROL_STEPS)[number]

export function stepIsRight(step: EnrolStep, draft: EnrolDraft, today: Day): boolean {
  switch (step) {
    case 'idNumber':
      return parseIdNumber(draft.idNumber, today).ok
    case 'name':
      return parseName(draft.name).ok
    case 'phone':
      return parsePhone(draft.phone).ok
    case 'confirm':
      return draft.agreed
  }
}

/** Nobody comes to a later question before the earlier ones are answered: a reload begins at the first open one. */
export function stepToShow(asked: string | null, draft: EnrolDraft, today: Day): EnrolStep | null {
  const wanted = ENROL_STEPS.find((step) => step === asked)
  if (!wanted) return null
  const open = ENROL_STEPS.find((step) => !stepIsRight(step, draft, today)) ?? 'confirm'
  return ENROL_STEPS.indexOf(wanted) <= ENROL_STEPS.indexOf(open) ? wanted : open
}
