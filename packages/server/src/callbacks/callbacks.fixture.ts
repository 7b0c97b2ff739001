/** Callbacks for the tests of this row: owed as other rows owe them, and brought to a state by commands. */
import { checkCallbackCallee, recordCallbackAttempt, takeCallback } from '@anpei/contract/callbacks'
import type { Sent } from '@anpei/contract/kernel'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { arrange, openWorld, staffId, testPeople, type Caller, type World } from '../testing/index.ts'
import { oweCallback } from './index.ts'

export type Desk = {
  readonly world: World
  /** Calls; the demo has two: a clerk and the head of the desk. */
  readonly clerk: Caller & { readonly id: string }
  readonly head: Caller & { readonly id: string }
  /** Leads, and calls nobody himself. */
  readonly lead: Caller & { readonly id: string }
  readonly chen: string
  readonly lin: string
}

export async function openCallbacks(): Promise<Desk> {
  const world = await openWorld()
  const known = async (login: string) => Object.assign(await world.as(login), { id: await staffId(world, login) })
  const idOf = async (name: string) =>
    String((await arrange(world, 'select id from person where name = $1', [name]))[0]?.id)
  return {
    world,
    clerk: await known('service1'),
    head: await known('deskhead'),
    lead: await known('pm'),
    chen: await idOf(testPeople.chen.name),
    lin: await idOf(testPeople.lin.name),
  }
}

type Owed = Parameters<typeof oweCallback>[1]

/** After a complaint of somebody in no register, unless told otherwise. */
export async function owed(desk: Desk, change: Partial<Owed> = {}): Promise<string> {
  const subject = { kind: 'complaint', id: newId() }
  const contact = { name: '林先生', phone: '13800001234', relation: '' }
  return systemWrite(desk.world.app, systemActor(1, 'test'), (tx) =>
    oweCallback(tx, {
      occasion: 'complaint_closed',
      subject,
      about: 'T261100000017',
      personId: null,
      ...(change.personId ? {} : { contact }),
      dueOn: '2026-11-30',
      excluded: [],
      ...change,
    }),
  )
}

export async function taken(desk: Desk, change: Partial<Owed> = {}, by: Caller = desk.clerk): Promise<string> {
  const callbackId = await owed(desk, change)
  await by(takeCallback, { params: { callbackId } })
  return callbackId
}

type Attempt = NonNullable<Sent<typeof recordCallbackAttempt>['body']>

export function tries(by: Caller, callbackId: string, body: Partial<Attempt> = {}) {
  const given: Attempt = { way: 'phone', outcome: 'no_answer', callNo: 'C-20261123-1', ...body }
  return by(recordCallbackAttempt, { params: { callbackId }, body: given })
}

/** Reached, and who it is, is known. */
export async function identified(desk: Desk, change: Partial<Owed> = {}): Promise<string> {
  const callbackId = await taken(desk, change)
  await tries(desk.clerk, callbackId, { outcome: 'reached' })
  const body = { callee: 'self', heard: ['name', 'case_no'] } as const
  await desk.clerk(checkCallbackCallee, { params: { callbackId }, body: { ...body, heard: [...body.heard] } })
  return callbackId
}

const said = (choice: string, text = '') => ({ choice, text })

/** All well, after a complaint. */
export const AFTER_COMPLAINT = {
  scriptCode: 'complaint',
  scriptVersion: 1,
  answers: { told: said('yes'), clear: said('yes'), kept: said('yes'), satisfied: said('yes'), phone: said('yes') },
}
/** All well, after a claim. */
export const AFTER_CLAIM = {
  scriptCode: 'after_claim',
  scriptVersion: 1,
  answers: {
    clear: said('yes'),
    easy: said('yes'),
    satisfied: said('yes'),
    accident: said('no'),
    phone: said('yes'),
    address: said('yes'),
  },
}
export { said }

/** What a visitor photographed at the door. */
export function doorPhoto() {
  return [{ field: 'file', file: new Blob(['%PDF-1.4 上门回执\n%%EOF']), name: '回执.pdf' }]
}
