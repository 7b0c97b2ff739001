/** Major complaints taken through their states by transitions, for the tests beside the commands. */
import { declareMajor, getMajor, reportMajor, settleMajor, type MajorView } from '@anpei/contract/complaints'
import { openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { assigned } from '../complaints.fixture.ts'

export type Major = {
  readonly world: World
  readonly coordinator: Caller
  readonly head: Caller
  readonly handler: Caller
  readonly params: { readonly complaintId: string }
  readonly look: () => Promise<MajorView>
}

const CROWD = {
  channel: 'counter',
  representation: 'group',
  peopleCount: 30,
  spokespersonCount: 5,
  receptionArea: '二楼接待室',
  areaRecorded: true,
} as const

/** Thirty people came; in the hands of handler1, not declared yet. */
export async function crowd(change: Parameters<typeof assigned>[1] = {}): Promise<Major> {
  const world = await openWorld()
  const [coordinator, head, handler] = await Promise.all([
    world.as('coordinator1'),
    world.as('complainthead'),
    world.as('handler1'),
  ])
  const params = { complaintId: await assigned(world, { ...CROWD, ...change }) }
  return { world, coordinator, head, handler, params, look: () => head(getMajor, { params }) }
}

/** handler1 leads and reports to the head. */
export async function commandOf(world: World) {
  const [leaderId, reportsToId] = await Promise.all([staffId(world, 'handler1'), staffId(world, 'complainthead')])
  const { peopleCount, spokespersonCount, receptionArea, areaRecorded } = CROWD
  return { leaderId, reportsToId, peopleCount, spokespersonCount, receptionArea, areaRecorded }
}

export async function declared(): Promise<Major> {
  const of = await crowd()
  await of.coordinator(declareMajor, { params: of.params, body: await commandOf(of.world) })
  return of
}

/** Reported, settled and reported to the end. */
export async function reportedToTheEnd(of: Major): Promise<void> {
  const { handler, params } = of
  await handler(reportMajor, { params, body: { kind: 'first', text: '三十人在门口，情绪稳定。' } })
  await handler(settleMajor, { params, body: { result: '代表已接待，众人离开。' } })
  await handler(reportMajor, { params, body: { kind: 'final', text: '已逐一答复。' } })
}
