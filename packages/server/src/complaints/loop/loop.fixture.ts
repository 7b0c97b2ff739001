/** Complaints with a named cause, and 整改 taken through their steps, for the tests beside the commands. */
import {
  assignImprovement,
  closeComplaint,
  getImprovement,
  nameRootCause,
  openImprovement,
  reportImprovement,
  type ImprovementView,
} from '@anpei/contract/complaints'
import type { Sent } from '@anpei/contract/kernel'
import { arrange, staffId, type World } from '../../testing/index.ts'
import { assigned, paper } from '../complaints.fixture.ts'
import { calledBack, openCase, told } from '../solve/solve.fixture.ts'

type Cause = NonNullable<Sent<typeof nameRootCause>['body']>
export const CAUSE: Cause = { step: 'callback', rootCause: 'slow', why: '陈秀英的回访没有排班。' }

/** A complaint whose cause handler2 named. */
export async function caused(
  world: World,
  change: Parameters<typeof assigned>[1] = {},
  cause: Partial<Cause> = {},
): Promise<string> {
  const complaintId = await assigned(world, change)
  const by = await world.as('handler2')
  await by(nameRootCause, { params: { complaintId }, body: { ...CAUSE, ...cause } })
  return complaintId
}

type Opening = NonNullable<Sent<typeof openImprovement>['body']>

/** Proposed by handler2 for the complaint; deskhead is to do it. */
export async function proposed(world: World, complaintId: string, change: Partial<Opening> = {}): Promise<string> {
  const by = await world.as('handler2')
  const ownerId = await staffId(world, 'deskhead')
  const body: Opening = {
    title: '回访排班',
    plan: '每天排定回访人。',
    ownerId,
    dueOn: dayFrom(world, 10),
    windowDays: 30,
  }
  return (await by(openImprovement, { params: { complaintId }, body: { ...body, ...change } })).id
}

export async function inHand(world: World, complaintId: string): Promise<string> {
  const improvementId = await proposed(world, complaintId)
  const body = { ownerId: await staffId(world, 'deskhead'), dueOn: dayFrom(world, 10) }
  await (await world.as('coordinator1'))(assignImprovement, { params: { improvementId }, body })
  return improvementId
}

export async function reported(world: World, improvementId: string): Promise<void> {
  const owner = await world.as('deskhead')
  const body = { text: '已排班，附排班表。', doneOn: dayFrom(world, 0) }
  await owner(reportImprovement, { params: { improvementId }, body }, { files: [paper()] })
}

export async function seen(world: World, improvementId: string, login = 'complainthead'): Promise<ImprovementView> {
  return (await world.as(login))(getImprovement, { params: { improvementId } })
}

const DAY = 86_400_000

export function dayFrom(world: World, days: number): string {
  return new Date(Date.parse(world.clock.now()) + days * DAY + DAY / 3).toISOString().slice(0, 10)
}

export function instantFrom(world: World, days: number): string {
  return new Date(Date.parse(world.clock.now()) + days * DAY).toISOString()
}

/** So many products were introduced on a day: what the rate of the step "sales" is counted against. */
export async function introduced(world: World, at: string, count: number): Promise<void> {
  await arrange(
    world,
    `insert into introduction (tenant_id, id, introduction_no, state, compared, salt, sealed, opened_by, opened_at)
     select 1, gen_random_uuid(), 'J' || $1::text || n, 'opened', array[gen_random_uuid()], '', '', gen_random_uuid(),
       $1::timestamptz from generate_series(1, $2::int) n`,
    [at, count],
  )
}

/** Closed, with its cause named. */
export async function closedCase(world: World, change: Parameters<typeof assigned>[1] = {}): Promise<string> {
  const of = await openCase(world, change)
  await told(of)
  await calledBack(of, 'yes')
  await of.head(closeComplaint, { params: of.params })
  await of.other(nameRootCause, { params: of.params, body: CAUSE })
  return of.params.complaintId
}
