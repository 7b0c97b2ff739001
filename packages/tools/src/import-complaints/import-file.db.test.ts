import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorld, type World } from '@anpei/server/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from './import-file.ts'
import { readOptions } from './options.ts'

describe('CMP-13 npm run import-complaints', () => {
  let world: World
  const folder = mkdtempSync(join(tmpdir(), 'anpei-complaints-'))
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(async () => {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('imports a thousand rows with their rejected ones beside it; a second run changes nothing', async () => {
    const file = join(folder, '台账.csv')
    const rows = Array.from({ length: 1000 }, (_, i) => `T-${i},2024-01-0${1 + (i % 9)},2024-02-01,赔付时效；态度`)
    writeFileSync(file, ['投诉编号,受理日期,办结日期,投诉原因', ...rows, 'T-x,后天,,'].join('\n'))
    const options = readOptions([file, '--institution', 'HO'])
    if (typeof options === 'string') throw new Error(options)
    const first = await importFile(world.app, options)
    expect(first.ok && first.lines[1]).toContain('新增 [new] 1,000')
    expect(readFileSync(join(folder, '台账.rejected.csv'), 'utf8')).toContain('收到日期不是日期')
    const again = await importFile(world.app, options)
    expect(again.ok && again.lines[1]).toContain('没有变化 [same] 1,000')
    expect(await importFile(world.app, { ...options, mapping: '没有' })).toMatchObject({ ok: false })
    expect(await importFile(world.app, { ...options, institution: 'XX' })).toMatchObject({ ok: false })
  })

  it.each([
    [[], 'FILE'],
    [['a.csv'], '--institution'],
    [['a.csv', '--colour'], 'colour'],
  ])('%j says what is wrong', (args, said) => {
    expect(readOptions(args)).toContain(said)
  })
})
