/** Answers a file of clock cases: reads it, computes every case, one answer a line; or says in a sentence why not. */
import { readFileSync } from 'node:fs'
import { answerClockCase } from '@anpei/domain/sla'
import { clockCatalogue } from '@anpei/server/sla'

type FileAnswer = { readonly ok: true; readonly json: string } | { readonly ok: false; readonly sentence: string }

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
  if (!Array.isArray(cases)) return { ok: false, sentence: `文件 ${path} 里应当是一个案例数组。` }
  const { calendars } = clockCatalogue()
  const answers = cases.map((one: unknown) => JSON.stringify(answerClockCase(one, calendars)))
  return { ok: true, json: answers.length === 0 ? '[]\n' : `[\n${answers.join(',\n')}\n]\n` }
}
