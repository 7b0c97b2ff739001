import { listNoticeTemplates } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Caller, type World } from '../../testing/index.ts'

describe('NTF-01 every template with its versions', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())

  it('the shipped version speaks at first', async () => {
    const { templates } = await pm(listNoticeTemplates, {})
    expect(templates.find((one) => one.name === 'report_received')).toMatchObject({
      title: '报案已收到',
      variables: ['name', 'hotline', 'reportNo'],
      must: ['reportNo', 'hotline'],
      versions: [{ id: null, version: 1, isActive: true, can: [] }],
    })
  })
})
