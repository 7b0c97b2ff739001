import { listHistoryMappings, saveHistoryMapping } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { HEADINGS, sentIn } from './history.fixture.ts'

describe('CMP-13 how an institution’s files are read', () => {
  let world: World
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('complainthead')
  })
  afterAll(() => world.close())

  it('is kept under a name, replaced under it, and used for the next file it fits', async () => {
    const { mapping, institutionId } = await sentIn(head, `${HEADINGS}\nD-1,01/05/2024,,,,,,,`)
    const body = {
      institutionId,
      name: '旧系统导出',
      mapping: { ...mapping, reasons: { 'claim delay': 'claim_time' } },
    } as const
    await head(saveHistoryMapping, { body: { ...body, mapping } })
    await head(saveHistoryMapping, { body })
    const { mappings } = await head(listHistoryMappings, {})
    expect(mappings).toMatchObject([{ name: '旧系统导出', mapping: { reasons: { 'claim delay': 'claim_time' } } }])
    const next = await sentIn(head, `${HEADINGS}\nD-2,13/05/2024,,,,,,,`)
    expect(next.mapping).toEqual(body.mapping)
    const other = await sentIn(head, '编号,受理日期\nD-2,2024-01-02')
    expect(other.mapping.reasons).toEqual({})
    await expectRefusal(head(saveHistoryMapping, { body: { ...body, institutionId: newId() } }), 'request.not_found')
  })
})
