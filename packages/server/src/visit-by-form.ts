/**
 * CUS-03, SRV-09: the errand between two rows that do not know each other: a form proposed a home visit, somebody
 * accepted it, and so the visit is asked for: its promises run from that moment.
 */
import type { Errand } from './http/index.ts'
import { requestVisit } from './visits/index.ts'

export const FORM_VISIT_TASK = 'visits.ask_by_form'

export const visitByForm: Errand = async (tx, event) => {
  if (event.personId === null || event.facts['step'] !== 'home_visit') return
  await requestVisit(tx, {
    body: {
      kind: 'home',
      personId: event.personId,
      name: '',
      phone: '',
      address: '',
      villageCode: null,
      subject: null,
      purpose: 'explain',
      why: '填表后建议上门，同事已采纳',
      channel: 'desk',
      told: [],
      wishes: [],
      requestedAt: event.at,
    },
  })
}
