/** People and corruptions for the test of the under-payment sweep. */
import { proposeDecision, saveAssessment, type AssessmentInput } from '@anpei/contract/claims'
import { confirmChange } from '@anpei/contract/identity'
import { proposeHospital } from '@anpei/contract/programme'
import { parseIdNumber } from '@anpei/domain/customers'
import { sql } from 'kysely'
import { insertPerson } from '../../customers/index.ts'
import { saveMember } from '../../programme/index.ts'
import type { Caller, World } from '../../testing/index.ts'
import {
  approve,
  assessAndPropose,
  input,
  inTx,
  openCase,
  seen,
  type OpenCase,
  type Who,
} from '../decision/decisions.fixture.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function idNumberOf(n: number): string {
  const body = `440524194503${String(10 + (n % 18))}${String(n).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

export type Everybody = { readonly world: World; readonly service: Caller; readonly assessor: Caller; count: number }
export type Kind = 'death' | 'disability' | 'hospital'

/** A new insured person; without cover if said so. */
export async function newPerson(all: Everybody, covered = true): Promise<Who & { readonly id: string }> {
  const idNumber = idNumberOf(all.count++)
  const name = `陈试${'甲乙丙丁戊己庚辛壬癸'[all.count % 10]}`
  const read = parseIdNumber(idNumber)
  if (!read.ok) throw new Error(read.code)
  const { birthOn, sex } = read.value
  const id = await inTx(all.world, (tx) =>
    insertPerson(tx.db, 1, tx.vault, tx.now, {
      name,
      sex,
      birthOn,
      idNumber,
      phone: null,
      address: '潮南区',
      villageCode: '440514001001',
    }),
  )
  if (covered) await cover(all, id, birthOn)
  return { id, name, idNumber }
}

export async function cover(all: Everybody, personId: string, birthOn = '1945-03-11'): Promise<void> {
  await inTx(all.world, async (tx) => {
    const { id: programmeId } = await tx.db
      .selectFrom('programme')
      .select('id')
      .where('tenant_id', '=', 1)
      .where('code', '=', 'chaonan')
      .executeTakeFirstOrThrow()
    await saveMember(tx.db, 1, tx.now, {
      programmeId,
      personId,
      birthOn,
      villageCode: '440514001001',
      residence: [{ status: 'resident', from: '1980-01-01', to: null }],
    })
  })
}

export async function open(
  all: Everybody,
  kinds: Kind[],
  more: { accidentOn?: string; vehicle?: 'commercialRoad'; diedOn?: string; who?: Who } = {},
): Promise<OpenCase> {
  const { accidentOn = '2026-10-10', who = await newPerson(all), ...rest } = more
  return openCase(
    all.world,
    all.service,
    who,
    { accidentOn, cause: 'fall', kinds, ...rest },
    kinds.join() === 'hospital' ? 'simple' : 'standard',
  )
}

/** Assessed, proposed, approved: what the calculation says is on its way. */
export async function decided(all: Everybody, one: OpenCase, change: Partial<AssessmentInput>): Promise<OpenCase> {
  const made = await assessAndPropose(all.assessor, one, input(change))
  const people = ['underwriter1', 'head', 'underwriter2'].slice(0, made.stepsNeeded)
  if (people.length === 1 && made.payableFen > 500_000) people[0] = 'head'
  if (people.length > 0) await approve(all.world, made.proposalId, ...people)
  return seen(all.assessor, one.id)
}

export type Wish = {
  benefit: string
  outcome: 'pay' | 'deny'
  payableFen?: number
  reasons?: string[]
  comment?: string
}

/** Assessed, then decided as a person wishes. */
export async function decidedAs(
  all: Everybody,
  one: OpenCase,
  change: Partial<AssessmentInput>,
  wishes: readonly Wish[],
): Promise<OpenCase> {
  await all.assessor(saveAssessment, { params: { claimId: one.id }, body: input(change) })
  const fresh = await seen(all.assessor, one.id)
  const made = await all.assessor(proposeDecision, {
    params: { claimId: one.id },
    body: {
      lines: wishes.map(({ benefit, payableFen = 0, ...wish }) => ({
        ...wish,
        lineId: fresh.lineOf(benefit),
        payableFen,
      })),
    },
  })
  await approve(
    all.world,
    made.proposalId ?? '',
    ...['head', 'underwriter1', 'underwriter2'].slice(0, made.stepsNeeded),
  )
  return fresh
}

/** Breaks what is stored, as a fault of the past would have. */
export async function corrupt(all: Everybody, text: string): Promise<void> {
  await inTx(all.world, (tx) => sql.raw(text).execute(tx.db))
}

/** A hospital of the register, of one level since 2015. */
export async function registered(world: World, name: string, level: 1 | 2 | 3): Promise<void> {
  const [manager, head] = await Promise.all([world.as('pm'), world.as('head')])
  const body = { code: name, name, levels: [{ level, from: '2015-01-01', to: null }] }
  const { changeId } = await manager(proposeHospital, { body })
  await head(confirmChange, { params: { id: changeId } })
}
