import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getClaim, getPaperFile } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileKeepers } from '../app.ts'
import { sweepFiles } from '../custody/index.ts'
import { workNightly } from '../nightly.ts'
import { arrange, handedIn, opened, openWorld, testPeople, type Caller, type World } from './index.ts'

const DAY_MS = 86_400_000

describe('OPS-03 files and rows are compared once a night', () => {
  let world: World
  let service: Caller
  let fileId = ''
  const place = (id: string) => join(world.app.folder, 'files', '1', id.slice(-2), id)
  const there = () => readdirSync(join(world.app.folder, 'files', '1'), { recursive: true }).map(String)
  const isThere = (id: string) => there().some((path) => path.endsWith(id))
  /** A file as a hand-in leaves it that was taken back after the file was laid down. */
  async function leave(id: string, ageMs: number): Promise<string> {
    await world.app.files.put(1, id, createHash('sha512').update(id).digest())
    setAge(place(id), ageMs)
    return id
  }
  function setAge(path: string, ageMs: number): void {
    const at = new Date(Date.parse(world.clock.now()) - ageMs)
    utimesSync(path, at, at)
  }

  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    const claimId = await opened(service, testPeople.chen)
    await handedIn(service, claimId, ['application'])
    const page = await service(getClaim, { params: { claimId } })
    fileId = page.documents.flatMap((one) => one.papers).flatMap((paper) => paper.files)[0]?.id ?? ''
    setAge(place(fileId), 400 * DAY_MS)
  })
  afterAll(() => world.close())

  it('removes what nobody has a row for and is older than a day; not what was written a second ago', async () => {
    const old = await leave(randomUUID(), 2 * DAY_MS)
    const fresh = await leave(randomUUID(), 1000)
    const yesterday = await leave(randomUUID(), DAY_MS - 60_000)
    const [draft, freshDraft] = [`${fileId}.new`, `${randomUUID()}.new`]
    writeFileSync(place(fileId).replace(fileId, draft), 'half')
    setAge(place(fileId).replace(fileId, draft), 3 * DAY_MS)
    writeFileSync(place(fileId).replace(fileId, freshDraft), 'half')
    setAge(place(fileId).replace(fileId, freshDraft), 1000)

    const swept = await sweepFiles(world.app, 1, fileKeepers)
    expect(swept).toEqual({ removed: 1, drafts: 1, missing: [] })
    expect([old, draft].map(isThere)).toEqual([false, false])
    expect([fresh, yesterday, freshDraft, fileId].map(isThere)).toEqual([true, true, true, true])
    expect((await service(getPaperFile, { params: { fileId }, query: {} })).size).toBeGreaterThan(100)
    expect(await sweepFiles(world.app, 1, fileKeepers)).toEqual({ removed: 0, drafts: 0, missing: [] })
  })

  it('knows every row that lays files down: what has no keeper would be swept away', () => {
    const source = join(import.meta.dirname, '..')
    const code = readdirSync(source, { recursive: true }).map(String)
    const laying = code.filter((path) => {
      if (!path.endsWith('.ts') || /test|fixture/.test(path)) return false
      return readFileSync(join(source, path), 'utf8').includes('files.put(')
    })
    // Whoever lays down a file here adds its keeper to `fileKeepers` in app.ts, then its line to this list.
    expect(laying.sort()).toEqual([
      'complaints/import/start-history-import.ts',
      'custody/reseal.ts',
      'customers/privacy/copy-personal-data.ts',
      'documents/store-papers.ts',
      'notifications/letters/letter-pdf.ts',
      'programme/roster/take-in-file.ts',
      'reporting/make-timing-report.ts',
      'reporting/run-claim-export.ts',
    ])
    expect(fileKeepers.map((keeper) => keeper.what)).toEqual([
      '个人信息副本',
      '资料',
      '函件',
      '花名册',
      '历史投诉文件',
      '导出',
      '时效周报',
    ])
  })

  it('raises an alarm for a row whose file is gone, in the log and by name', async () => {
    const alarms: string[] = []
    await workNightly(world.app, fileKeepers, (sentence) => alarms.push(sentence))
    expect(alarms).toEqual([])
    await world.app.files.remove(1, fileId)
    await workNightly(world.app, fileKeepers, (sentence) => alarms.push(sentence))
    expect(alarms).toHaveLength(1)
    expect(alarms[0]).toContain(`资料 ${fileId}`)
    const events = await arrange(world, `select subject_id, facts from event where name = 'file.missing'`)
    expect(events).toEqual([{ subject_id: fileId, facts: { what: '资料' } }])
  })
})
