/** What the desk does when care marks, advisers and their calls change: told by the row below (CUS-04). */
import { CARE_REMINDED } from '@anpei/domain/service-desk'
import type { Errands } from '../http/index.ts'
import { FOLLOW_MARKS, followCareMarks, MARK_EVENTS } from './follow-care.ts'
import { REMIND_CARE, remindCare } from './remind-care.ts'

export const wakesOfDesk = [
  ...MARK_EVENTS.map((name) => ({ name, task: FOLLOW_MARKS })),
  ...CARE_REMINDED.map((name) => ({ name, task: REMIND_CARE })),
]

export const errandsOfDesk: Errands = new Map([
  [FOLLOW_MARKS, followCareMarks],
  [REMIND_CARE, remindCare],
])
