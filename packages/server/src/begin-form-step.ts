/**
 * CUS-03, SRV-09: the errand between rows that do not know each other: what a form proposed and somebody accepted is
 * begun at once. A home visit is asked for, its promises run from that moment; a talk with a specialist is a task of
 * whoever handles the customer's open claim, and without one a request of the desk.
 */
import { openTalkTask } from './claims/index.ts'
import type { Errand } from './http/index.ts'
import { askDesk } from './service-desk/index.ts'
import { requestVisit } from './visits/index.ts'

export const FORM_STEP_TASK = 'forms.begin_step'

export const beginFormStep: Errand = async (tx, event) => {
  const { personId, facts } = event
  if (personId === null) return
  if (facts['step'] === 'home_visit') {
    await requestVisit(tx, {
      body: {
        kind: 'home',
        personId,
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
  if (facts['step'] === 'specialist') {
    const why = `信息评估后转专员：${String(facts['why'] ?? '')}`
    if (!(await openTalkTask(tx, personId, why))) await askDesk(tx, { personId, subject: '转专员当面说明', text: why })
  }
}
