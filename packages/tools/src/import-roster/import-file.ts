/**
 * PRG-05: a roster file through the importer a user uses, with a file of rejected rows and their reasons beside it. An
 * empty database gets the organisation and the programme of config first.
 */
import { createReadStream, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { systemActor, type Decision, type Facts } from '@anpei/domain/kernel'
import { asOwner } from '@anpei/server/db'
import { fill, read, systemWrite, type App } from '@anpei/server/http'
import { companyNames, seedTenantPeople, seedTenants } from '@anpei/server/identity'
import { exportBadRows, importRoster, seedProgrammes, type ImportAnswer } from '@anpei/server/programme'
import type { Door } from '../door/index.ts'
import type { ImportOptions } from './options.ts'

const TENANT_ID = 1

export type ImportOutcome =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly sentence: string }

export async function importFile(
  door: Pick<Door, 'app' | 'url'>,
  options: ImportOptions,
  onRows: (rows: number) => void,
): Promise<ImportOutcome> {
  if (!statSync(options.file, { throwIfNoEntry: false })?.isFile())
    return { ok: false, sentence: `没有文件 ${options.file} [no such file]` }
  const programmeId = await programmeOf(door, options.programme)
  if (programmeId === undefined) return { ok: false, sentence: `没有方案 ${options.programme} [no such programme]` }
  const actor = systemActor(TENANT_ID, 'import-roster')
  const began = performance.now()
  const answer = await importRoster(
    door.app,
    actor,
    { programmeId, kind: options.kind, asOfOn: options.asOfOn, fileName: basename(options.file), source: options.file },
    onRows,
  )
  if (!answer.ok) return { ok: false, sentence: sentenceOf(door.app, answer) }
  const { value } = answer
  if (value.badCount > 0) await writeRejects(door.app, value.importId, options.rejects)
  return { ok: true, lines: summary(door.app, options, value, (performance.now() - began) / 1000) }
}

/** Lines of a text file, to know how far reading is; null for a workbook. */
export async function countLines(file: string): Promise<number | null> {
  if (!/\.csv$/i.test(file)) return null
  let lines = 0
  for await (const chunk of createReadStream(file)) {
    const bytes = Buffer.from(chunk)
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  }
  return lines
}

async function programmeOf({ app, url }: Pick<Door, 'app' | 'url'>, code: string): Promise<string | undefined> {
  const find = () =>
    app.pool.withTenant(TENANT_ID, ({ db }) =>
      db
        .selectFrom('programme')
        .select('id')
        .where('tenant_id', '=', TENANT_ID)
        .where('code', '=', code)
        .executeTakeFirst(),
    )
  const known = await find()
  if (known) return known.id
  // A company of its own begins with `npm run found`: the demo's is never laid in beside it.
  if ((await asOwner(url, companyNames)).length > 0) return undefined
  await asOwner(url, seedTenants)
  await systemWrite(app, systemActor(TENANT_ID, 'import-roster'), async (tx) => {
    await seedTenantPeople(tx.db, TENANT_ID, tx.vault, tx.now)
    await seedProgrammes(tx.db, TENANT_ID, tx.now)
  })
  return (await find())?.id
}

async function writeRejects(app: App, importId: string, path: string): Promise<void> {
  const file = await read(app, systemActor(TENANT_ID, 'import-roster'), (tx) => {
    tx.look({ name: 'roster.rejects_written', subject: { kind: 'roster_import', id: importId } })
    return exportBadRows(tx, { params: { importId } })
  })
  if (file.ok) writeFileSync(path, file.value.bytes, { mode: 0o600 })
}

function summary(app: App, options: ImportOptions, value: ImportAnswer, seconds: number): string[] {
  const number = (count: number) => count.toLocaleString('en-US')
  const coded = Object.entries(value.counts).filter(([code]) => code.includes('.'))
  return [
    `${options.file}：${number(value.rowCount)} 行 [rows]，用时 ${seconds.toFixed(1)} s`,
    `  导入 [good]       ${number(value.goodCount)}，其中没有变化 [unchanged] ${number(value.unchangedCount)}`,
    `  新客户 [new people] ${number(value.counts['new_people'] ?? 0)}`,
    `  问题行 [rejected] ${number(value.badCount)}${value.badCount > 0 ? ` → ${options.rejects}` : ''}`,
    ...coded.map(([code, count]) => {
      const isError = code.startsWith('error:')
      const text = app
        .refusalTexts(isError ? code.slice(6) : code)
        .zh.replace(/（[^（]*\{\w+\}[^）]*）|，[^，]*\{\w+\}[^，。]*/g, '')
      return `    ${isError ? '✗' : '!'} ${number(count)}  ${text}`
    }),
    ...(value.differenceCount > 0
      ? [
          `  差异 [differences] ${number(value.differenceCount)}，待第二人在“花名册”页确认后生效 [wait for a second person]`,
        ]
      : []),
  ]
}

function sentenceOf(app: App, refusal: Decision<never> & { readonly code: string; readonly facts: Facts }): string {
  const text = app.refusalTexts(refusal.code)
  return `${fill(text.zh, refusal.facts)} [${fill(text.en, refusal.facts)}]`
}
