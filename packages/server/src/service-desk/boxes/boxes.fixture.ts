/** Boxes for tests, hung by the lead of the desk at an outlet. */
import { hangBox, listDeskColleagues, listOutlets, type ComplaintBox } from '@anpei/contract/service-desk'
import type { Caller } from '../../testing/index.ts'

export async function hungBox(lead: Caller, place: string, outlet = '峡山服务网点'): Promise<ComplaintBox> {
  const { items } = await lead(listOutlets, {})
  const institutionId = items.find((one) => one.name === outlet)?.id ?? ''
  return lead(hangBox, { body: { institutionId, place } })
}

export async function colleagueId(agent: Caller, name: string): Promise<string> {
  const { items } = await agent(listDeskColleagues, {})
  return items.find((one) => one.name === name)?.id ?? ''
}
