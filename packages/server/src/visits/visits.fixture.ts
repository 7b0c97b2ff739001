/** Visits for the tests of this row: visitors in Xiashan and Liangying, and visits brought to a state by commands. */
import { agreeVisit, confirmSafetyRead, requestVisit, saveVisitor, setOut } from '@anpei/contract/visits'
import { listNotices, revealNotice } from '@anpei/contract/notifications'
import type { Sent } from '@anpei/contract/kernel'
import sharp from 'sharp'
import { arrange, openWorld, staffId, testPeople, type Caller, type World } from '../testing/index.ts'

export const XIASHAN = '440514001001'
export const COVER = { insurer: '示范人寿', policyNo: 'YW-2026-1', from: '2026-01-01', to: '2026-12-31' }

export type Field = {
  readonly world: World
  readonly desk: Caller
  readonly lead: Caller
  /** The visitor whose base is the village of Chen Xiuying; covered. */
  readonly near: Caller & { readonly id: string }
  /** The one of another town; without cover. */
  readonly far: Caller & { readonly id: string }
  readonly chen: string
}

export async function openField(): Promise<Field> {
  const world = await openWorld()
  const [desk, lead, liaison, assessor] = await Promise.all(
    ['service1', 'head', 'liaison1', 'assessor1'].map((login) => world.as(login)),
  )
  if (!desk || !lead || !liaison || !assessor) throw new Error('nobody signed in')
  const near = Object.assign(liaison, { id: await staffId(world, 'liaison1') })
  const far = Object.assign(assessor, { id: await staffId(world, 'assessor1') })
  const { safety } = await savedVisitors(lead, near.id, far.id)
  await near(confirmSafetyRead, { body: { version: safety } })
  const [person] = await arrange(world, 'select id from person where name = $1', [testPeople.chen.name])
  return { world, desk, lead, near, far, chen: String(person?.id) }
}

async function savedVisitors(lead: Caller, near: string, far: string) {
  const body = { baseVillage: XIASHAN, calendarId: 'desk', halfDayCapacity: 1 }
  await lead(saveVisitor, { params: { staffId: near }, body: { ...body, cover: COVER } })
  await lead(saveVisitor, { params: { staffId: far }, body: { ...body, baseVillage: '440514105001' } })
  return { safety: 1 }
}

export async function asked(
  field: Field,
  body: Partial<NonNullable<Sent<typeof requestVisit>['body']>> = {},
): Promise<{ id: string; dueAt: string | null }> {
  return field.desk(requestVisit, { body: { kind: 'home', channel: 'hotline', personId: field.chen, ...body } })
}

/** Agreed for the morning after the first day of the tests (a Tuesday). */
export const TUESDAY_MORNING = { day: '2026-11-24', half: 'am' } as const

export async function agreed(
  field: Field,
  who: 'near' | 'far' = 'near',
  when: { day: string; half: 'am' | 'pm' } = TUESDAY_MORNING,
): Promise<string> {
  const { id } = await asked(field)
  await field.desk(agreeVisit, { params: { visitId: id }, body: { visitorId: field[who].id, ...when } })
  return id
}

/** A video agreed for Tuesday, with its visitor `near`. */
export async function videoAgreed(field: Field): Promise<string> {
  const { id } = await asked(field, { kind: 'video' })
  const at = '2026-11-24T01:30:00.000Z'
  const body = { visitorId: field.near.id, day: '2026-11-24', half: 'am', at } as const
  await field.desk(agreeVisit, { params: { visitId: id }, body })
  return id
}

/** Link and code of the newest room, as the elder's telephone shows them. */
export async function videoMessage(field: Field): Promise<{ token: string; code: string }> {
  const { items } = await field.lead(listNotices, { query: {} })
  const newest = items.find((one) => one.template === 'visit_video')
  const reveal = { params: { noticeId: newest?.id ?? '' }, body: { reason: '测试' } }
  const { text } = await field.desk(revealNotice, reveal)
  const [, token = '', code = ''] = /video\/(\S+) 验证码(\d{6})/.exec(text) ?? []
  return { token, code }
}

export async function photo(field = 'photo') {
  const pixels = Uint8Array.from({ length: 64 * 64 * 3 }, () => Math.floor(Math.random() * 256))
  const bytes = await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer()
  return { field, file: new Blob([new Uint8Array(bytes)]), name: 'IMG_0001.jpg' }
}

/** How one appears and speaks at a door (SRV-10). */
export const ETIQUETTE = { dress: 'yes', badge: 'yes', plain: 'yes' } as const

/** What is written at a door when all went well, seen at `basedOn`. */
export function written(world: World, basedOn: number) {
  const now = world.clock.now()
  return {
    basedOn,
    arrivedAt: now,
    finishedAt: now,
    result: 'settled',
    checklistVersion: 2,
    answers: { ...ETIQUETTE, identity: 'yes', no_fee: 'yes', matter: '讲解了住院津贴', contacts: 'yes', next: 'yes' },
  } as const
}

export { agreeVisit, setOut }
