import { importComplaintCodes, listComplaintCategories } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('CMP-04 the national code table is imported, none is invented', () => {
  let world: World
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  const codes = (text: string) => ({ files: [{ field: 'file', name: 'codes.csv', file: new Blob([text]) }] })
  const body = { standard: '测试代码表' }

  it('the causes stand as interim until then; a row that does not fit is named', async () => {
    expect(await desk(listComplaintCategories, {})).toMatchObject({ interim: true, standard: null, codes: [] })
    const bad = desk(importComplaintCodes, { body }, codes('代码,名称,上级代码\nA,甲,\nA1,乙,B\n'))
    expect((await expectRefusal(bad, 'complaint.code_file')).message).toContain('第 3 行：上级代码 B 不在表中')
    const good = codes('代码,名称,上级代码\nA1,乙,A\nA,甲,\n')
    expect(await desk(importComplaintCodes, { body }, good)).toEqual({ count: 2 })
    const after = await desk(listComplaintCategories, {})
    expect(after).toMatchObject({ interim: false, standard: '测试代码表', codes: [{ code: 'A' }, { parentCode: 'A' }] })
  })
})
