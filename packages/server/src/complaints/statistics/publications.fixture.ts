/** Publications taken on their way by transitions: drafted and submitted by the head, judged by compliance. */
import { draftPublication, judgePublication, portalPublication, submitPublication } from '@anpei/contract/complaints'
import { openWorld, type Caller, type World } from '../../testing/index.ts'
import { heard } from './figures.fixture.ts'

export type Desk = {
  readonly world: World
  readonly drafter: Caller
  readonly judge: Caller
  readonly draft: (period: string, reason?: string) => Promise<{ id: string; version: number }>
  readonly submit: (publicationId: string) => Promise<unknown>
  readonly judged: (by: Caller, publicationId: string, publish?: boolean) => Promise<unknown>
  readonly published: (period: string, reason?: string) => Promise<string>
  readonly read: (publicationId: string) => ReturnType<typeof readAsAnyone>
}

const readAsAnyone = (world: World, publicationId: string) =>
  world.anyone(portalPublication, { params: { publicationId } })

/** August holds 31 complaints of two causes, two of them few; and three sheets of the regulator. */
export async function openDesk(): Promise<Desk> {
  const world = await openWorld()
  await heard(world, { month: '2026-08', count: 12 })
  await heard(world, { month: '2026-08', count: 9, outcome: 'not_upheld' })
  await heard(world, { month: '2026-08', count: 8, group: 'sales' })
  await heard(world, { month: '2026-08', count: 2, group: 'sales', outcome: 'not_upheld' })
  await heard(world, { month: '2026-08', count: 3, channel: 'regulator' })
  const [drafter, judge] = [await world.as('complainthead'), await world.as('compliance')]
  const draft = (period: string, reason = '') => drafter(draftPublication, { body: { period, reason } })
  const submit = (publicationId: string) =>
    drafter(submitPublication, { params: { publicationId }, body: { measures: '每周抽查十件，缩短审核时间。' } })
  const judged = (by: Caller, publicationId: string, publish = true) =>
    by(judgePublication, { params: { publicationId }, body: { publish, answer: publish ? '' : '措施太笼统' } })
  const published = async (period: string, reason = '') => {
    // Figures are never frozen in the very instant in which something else comes out.
    world.clock.forward(60_000)
    const { id } = await draft(period, reason)
    await submit(id)
    await judged(judge, id)
    return id
  }
  const read = (publicationId: string) => readAsAnyone(world, publicationId)
  return { world, drafter, judge, draft, submit, judged, published, read }
}
