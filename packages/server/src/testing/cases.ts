/** Claims for tests of any row: reported through the API; what a test arranges beyond the commands; who is who. */
import { addPapers, createReport } from '@anpei/contract/claims'
import { recordProxy } from '@anpei/contract/customers'
import type { Answer, Sent } from '@anpei/contract/kernel'
import pg from 'pg'
import sharp from 'sharp'
import type { Caller, World } from './world.ts'

type NewReport = NonNullable<Sent<typeof createReport>['body']>
export type Told = { readonly name: string; readonly idNumber: string }

export function told(
  person: Told,
  accident: Partial<NewReport['accident']> = {},
  rest: Partial<NewReport> = {},
): NewReport {
  return {
    statedName: person.name,
    statedIdNumber: person.idNumber,
    channel: 'hotline',
    reporter: { name: '陈小明', phone: '13912345678', relation: 'child' },
    accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'], ...accident },
    ...rest,
  }
}

export function report(
  caller: Caller,
  person: Told,
  accident: Partial<NewReport['accident']> = {},
  rest: Partial<NewReport> = {},
): Promise<Answer<typeof createReport>> {
  return caller(createReport, { body: told(person, accident, rest) })
}

/** Opens a claim and answers its id. */
export async function opened(
  caller: Caller,
  person: Told,
  accident: Partial<NewReport['accident']> = {},
): Promise<string> {
  const { claims, state } = await report(caller, person, accident, { register: true })
  const id = claims[0]?.id
  if (!id) throw new Error(`no claim was opened: ${state}`)
  return id
}

/** Hands papers in over the counter: one small picture each, no two alike. */
export async function handedIn(caller: Caller, claimId: string, codes: readonly string[]): Promise<void> {
  const files = await Promise.all(codes.map(async (code) => ({ field: `file:${code}`, ...(await photo()) })))
  await caller(addPapers, { params: { claimId }, body: { channel: 'counter', receivedAt: null } }, { files })
}

/** A small picture like no other. */
async function photo() {
  const pixels = Uint8Array.from({ length: 64 * 64 * 3 }, () => Math.floor(Math.random() * 256))
  const bytes = await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer()
  return { file: new Blob([new Uint8Array(bytes)]), name: 'IMG_0001.jpg' }
}

type Mandate = NonNullable<Sent<typeof recordProxy>['body']>

/** Registers a consent by paper, with its photo. */
export async function mandated(caller: Caller, personId: string, body: Omit<Mandate, 'proofKind'>) {
  const files = [{ field: 'proof', ...(await photo()) }]
  return caller(recordProxy, { params: { personId }, body: { ...body, proofKind: 'paper' } }, { files })
}

/** What the server keeps of an actor for a moment comes from these. */
const STAFF_TABLES = /\b(update|into|from)\s+(staff_user|user_role|role|institution|institution_area|village_post)\b/i

/** What a test arranges beyond the commands: as the owner of the database. */
export async function arrange(world: World, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  if (STAFF_TABLES.test(text)) world.forgetSessions()
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** As before the first load of a programme: nobody is on any roster. */
export async function emptyRoster(world: World): Promise<void> {
  await arrange(world, 'delete from cover_period')
  await arrange(world, 'delete from member_period')
}

export async function staffId(world: World, login: string): Promise<string> {
  const [row] = await arrange(world, 'select id from staff_user where login = $1', [login])
  return String(row?.id)
}
