/** CMP-13: a file of past complaints through the importer a person uses, with its rejected rows in a file beside it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { exportHistoryFaults, importHistory } from '@anpei/server/complaints'
import { systemActor } from '@anpei/domain/kernel'
import { fill, read, type App } from '@anpei/server/http'
import type { ComplaintFile } from './options.ts'

const TENANT_ID = 1

export type FileOutcome =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly sentence: string }

export async function importFile(app: App, options: ComplaintFile): Promise<FileOutcome> {
  if (!existsSync(options.file)) return { ok: false, sentence: `没有文件 ${options.file} [no such file]` }
  const institutionId = await institutionOf(app, options.institution)
  if (!institutionId) return { ok: false, sentence: `没有机构 ${options.institution} [no such institution]` }
  const actor = systemActor(TENANT_ID, 'import-complaints')
  const file = { field: 'table', name: basename(options.file), bytes: readFileSync(options.file) }
  const { series, mapping: mappingName, rehearses } = options
  const began = performance.now()
  const answer = await importHistory(app, actor, { institutionId, series, file, mappingName, rehearses })
  if (!answer.ok) {
    const text = app.refusalTexts(answer.code)
    return { ok: false, sentence: `${fill(text.zh, answer.facts)} [${fill(text.en, answer.facts)}]` }
  }
  const { id, state, stateWord, task, rowCount, newCount, changedCount, unchangedCount, badCount } = answer.value
  if (state === 'failed') return { ok: false, sentence: task?.fault ?? stateWord }
  if (badCount > 0) await writeRejects(app, id, options.rejects)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const number = (count: number) => count.toLocaleString('en-US')
  const lines = [
    `${options.file}：${stateWord}，${number(rowCount)} 行 [rows]，用时 ${seconds} s`,
    `  新增 [new] ${number(newCount)}　更新 [changed] ${number(changedCount)}　没有变化 [same] ${number(unchangedCount)}`,
    `  问题行 [rejected] ${number(badCount)}${badCount > 0 ? ` → ${options.rejects}` : ''}`,
    ...answer.value.faults.map((one) => `    ✗ ${number(one.count)}  ${one.text}`),
    ...answer.value.unmappedReasons.slice(0, 10).map((one) => `    ? ${number(one.count)}  事由 ${one.word}`),
    ...answer.value.unmappedOutcomes.slice(0, 10).map((one) => `    ? ${number(one.count)}  结果 ${one.word}`),
  ]
  return { ok: true, lines }
}

async function institutionOf(app: App, code: string): Promise<string | undefined> {
  const rows = await app.pool.withTenant(TENANT_ID, ({ db }) =>
    db.selectFrom('institution').select('id').where('tenant_id', '=', TENANT_ID).where('code', '=', code).execute(),
  )
  return rows[0]?.id
}

async function writeRejects(app: App, importId: string, path: string): Promise<void> {
  const file = await read(app, systemActor(TENANT_ID, 'import-complaints'), (tx) => {
    tx.look({ name: 'complaint_import.rejects_written', subject: { kind: 'complaint_import', id: importId } })
    return exportHistoryFaults(tx, { params: { importId } })
  })
  if (file.ok) writeFileSync(path, file.value.bytes, { mode: 0o600 })
}
