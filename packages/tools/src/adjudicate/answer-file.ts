/** Answers a file of cases: reads it, judges every case, writes one answer a line; or says in a sentence why not. */
import { readFileSync } from 'node:fs'
import { answerDoorCase } from '@anpei/domain/programme'
import { loadProgrammes, loadStandards } from './load-programmes.ts'

export type FileAnswer =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly sentence: string }

export function answerFile(path: string): FileAnswer {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : '原因不明'
    return { ok: false, sentence: `读不了文件 ${path}（${why}）。` }
  }
  let cases: unknown
  try {
    cases = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, sentence: `文件 ${path} 不是有效的 JSON。` }
  }
  if (!Array.isArray(cases)) return { ok: false, sentence: `文件 ${path} 里应当是一个案件数组。` }
  const programmes = loadProgrammes()
  const standards = loadStandards()
  const answers = cases.map((one: unknown) => JSON.stringify(answerDoorCase(one, programmes, standards)))
  return { ok: true, json: answers.length === 0 ? '[]\n' : `[\n${answers.join(',\n')}\n]\n` }
}
