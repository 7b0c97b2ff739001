/** Complaints for tests: registered as the staff would, and taken through the desk by transitions. */
import {
  assignComplaint,
  checkComplaint,
  classifyComplaint,
  getComplaint,
  registerComplaint,
  type ComplaintStand,
  type ComplaintView,
} from '@anpei/contract/complaints'
import type { CallOptions, Sent } from '@anpei/contract/kernel'
import { staffId, type Caller, type World } from '../testing/index.ts'

type Body = NonNullable<Sent<typeof registerComplaint>['body']>
let serial = 0

/** Each from somebody else and about something else, unless said. */
export async function complained(
  caller: Caller,
  change: Partial<Body> = {},
  files: CallOptions['files'] = [],
): Promise<ComplaintStand> {
  serial += 1
  const body: Body = {
    channel: 'phone',
    complainant: { name: `陈投诉${serial}`, phone: `1380001${String(1000 + serial)}` },
    matter: { facts: `材料交了两个月没有人答复（${serial}）。`, demand: '请尽快答复。' },
    ...change,
  }
  return caller(registerComplaint, { body }, files ? { files } : {})
}

/** Accepted, classified, and in the hands of handler1. */
export async function assigned(world: World, change: Partial<Body> = {}): Promise<string> {
  const desk = await world.as('coordinator1')
  const { id } = await complained(await world.as('service1'), change)
  const params = { complaintId: id }
  await desk(checkComplaint, { params, body: { finding: 'ours' } })
  await desk(classifyComplaint, { params, body: { causes: ['claim_time'], businessLine: 'accident', class: 'simple' } })
  await desk(assignComplaint, { params, body: { userId: await staffId(world, 'handler1') } })
  return id
}

export function look(caller: Caller, complaintId: string): Promise<ComplaintView> {
  return caller(getComplaint, { params: { complaintId } })
}

export function paper(name = 'mandate.png') {
  // The smallest picture there is: one dot.
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  return { field: 'file', name, file: new Blob([Buffer.from(dot, 'base64')], { type: 'image/png' }) }
}
