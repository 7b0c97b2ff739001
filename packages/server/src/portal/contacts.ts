/** SRV-11: phones, addresses and the way to complain, from the one register of published contact data. */
import type { portalContacts as route } from '@anpei/contract/portal'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { contactRegister } from '../notifications/index.ts'

export async function contacts(): Promise<Decision<Answer<typeof route>>> {
  const { company, hotline, hotlineHours, elderLine, complaintLine, regulatorPhone, email, process, demo, unit,
    address, officeHours } = contactRegister()
  return ok({
    company, hotline, hotlineHours, elderLine, complaintLine, regulatorPhone, email, process, demo,
    outlets: [{ name: unit, address, hours: officeHours, phone: hotline }],
  })
}
