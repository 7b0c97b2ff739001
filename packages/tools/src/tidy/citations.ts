/** Which rules of the specification (`CLM-07`, clock `T16`, law `L01`) a file cites. */
import type { House, SourceFile } from './house.ts'

const prefixes = 'ORG|CUS|PRG|SRV|CLM|CMP|CLK|NTF|CBK|QAI|TRN|FND|EMG|OUT|RSK|RPT|POR|OPS'
const idPattern = new RegExp(
  String.raw`(?<![\w-])(?:((?:${prefixes})-\d{2})|([TL]\d{2})[a-c]?)(?![\w.-]*\d)(?![-\w])`,
  'g',
)

/** Code that speaks about the rules themselves cites nothing. */
const aboutRules = /^packages\/tools\/src\/(tidy|docs|check|new|db-new)\//

export type Citation = { readonly id: string; readonly start: number }

export function idsIn(text: string): Citation[] {
  return [...text.matchAll(idPattern)].map((match) => ({ id: match[1] ?? match[2] ?? '', start: match.index }))
}

/** What a code file cites anywhere; what a test cites in the titles of its chapters and cases. */
export function citationsOf(file: SourceFile): Citation[] {
  if (aboutRules.test(file.path) || file.column === '') return []
  if (!file.isTest) return /\.(tsx?|mts|sql|css)$/.test(file.name) ? idsIn(file.text) : []
  if (!file.isCode) return []
  return titlesOf(file).flatMap((title) => idsIn(title.text).map(({ id }) => ({ id, start: title.start })))
}

function titlesOf(file: SourceFile): { text: string; start: number }[] {
  return file
    .facts()
    .calls.filter((call) => /^(describe|it|test|suite|bench)\b/.test(call.callee) && call.first !== null)
    .map((call) => ({ text: call.first ?? '', start: call.start }))
}

export type Trace = { readonly code: string[]; readonly tests: string[] }

/** Id → the files that cite it, code and tests apart. */
export function tracesOf(house: House): Map<string, Trace> {
  const traces = new Map<string, Trace>()
  for (const file of house.files) {
    for (const id of new Set(citationsOf(file).map((item) => item.id))) {
      const trace = traces.get(id) ?? { code: [], tests: [] }
      trace[file.isTest ? 'tests' : 'code'].push(file.path)
      traces.set(id, trace)
    }
  }
  return traces
}
