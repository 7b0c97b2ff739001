import { getChangePaper, getVersion, openChange, publishVersion, recordChangeStep } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf } from '../programme.fixture.ts'
import { changeOf, newDraft, openedChange, paper, stepOf } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const body = { happenedOn: '2026-11-20', why: '多起住院超过 90 天', askedBy: '区民政局' }

describe('PRG-08 opening a change', () => {
  it('records why and who asked with its paper, and shows what gets better and worse', async () => {
    const view = await openedChange(world, '2027-10-01', (copy) => {
      copy['title'] = '潮南区老年人意外保险'
    })
    expect(view).toMatchObject({
      comparedWith: 2,
      kinds: { differs: true, premium: 'same', cut: false },
      differences: [{ area: 'other', title: '名称', effect: 'neutral', effectWord: '不变差' }],
      tellBy: '2027-09-16',
      change: { state: 'opened', stateWord: '已提出' },
      can: ['study', 'drop'],
    })
    const [trigger] = view.change?.steps ?? []
    expect(trigger).toMatchObject({
      title: '提出变更',
      lines: [
        { label: '为什么', text: '续保谈判后的新约定' },
        { label: '谁提出', text: '区民政局' },
      ],
      papers: [{ mediaType: 'application/pdf' }],
    })
    const file: unknown = await (await world.as('head'))(getChangePaper, {
      params: { fileId: trigger?.papers[0]?.id ?? '' },
    })
    expect(file instanceof Blob && (await file.text())).toContain('%PDF')
    const manager = await world.as('pm')
    await expectRefusal(manager(openChange, { params: { versionId: view.versionId }, body }), 'programme.change_exists')
    const nothing = { params: { fileId: view.versionId } }
    await expectRefusal(manager(getChangePaper, nothing), 'request.not_found')
  })

  it('a dropped change begins anew; what was done before no longer stands', async () => {
    const manager = await world.as('pm')
    const view = await openedChange(world, '2028-10-01', null)
    await stepOf(world, view, { kind: 'study', happenedOn: '2026-11-21', findings: '可行' })
    const dropped = await stepOf(world, view, { kind: 'drop', happenedOn: '2026-11-22', reason: '主办方撤回' })
    expect(dropped).toMatchObject({ change: { state: 'dropped' }, can: ['open'] })
    const params = { changeId: view.change?.id ?? '' }
    const study = { kind: 'study', happenedOn: '2026-11-22', findings: '再来' } as const
    await expectRefusal(manager(recordChangeStep, { params, body: study }), 'lifecycle.not_possible')
    const again = await manager(openChange, { params: { versionId: view.versionId }, body })
    expect(again.change).toMatchObject({ id: view.change?.id, state: 'opened' })
    expect(again.change?.steps.map((one) => [one.kind, one.stands])).toEqual([
      ['trigger', true],
      ['study', false],
      ['drop', false],
      ['trigger', true],
    ])
    expect(again.demands.map((one) => [one.kind, one.done])).toEqual([
      ['trigger', true],
      ['study', false],
      ['agreement', false],
    ])
  })

  it('is for versions that are not yet published, by those who edit them', async () => {
    const { versions } = await programmeOf(world)
    const published = versions.find((one) => one.state === 'published')?.id ?? ''
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    await expectRefusal(
      manager(openChange, { params: { versionId: published }, body }),
      'programme.published_never_changes',
    )
    const draft = await newDraft(world, '2029-10-01')
    await expectRefusal(
      head(openChange, { params: { versionId: draft.id }, body }, { files: [paper('a.pdf')] }),
      'request.not_permitted',
    )
    expect((await changeOf(world, draft.id)).can).toEqual(['open'])
    expect((await changeOf(world, published)).can).toEqual([])
    await expectRefusal(head(publishVersion, { params: { versionId: draft.id } }), 'lifecycle.not_possible')
    expect((await manager(getVersion, { params: { versionId: draft.id } })).state).toBe('draft')
  })
})
