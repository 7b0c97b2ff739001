/**
 * Rule 10: no `any`; no `as` outside kernel, db and http (`as const` is fine); nothing left to do, no test left out.
 * Dead files, exports and dependencies are found by knip (`dead-code.ts`).
 */
import { codeOf, finding, type Finding, type House, type SourceFile } from './house.ts'

const castRows = ['kernel', 'db', 'http']
const leftOut = /^(?:describe|it|test|suite)(?:\.\w+)*\.(?:only|skip|todo|fails)\b|^[xf](?:it|test|describe)$/

export function noLooseEnds(house: House): Finding[] {
  const others = house.files.filter((file) => !file.isCode)
  return [...codeOf(house).flatMap(loose), ...others.flatMap(leftToDoInText)]
}

function loose(file: SourceFile): Finding[] {
  const facts = file.facts()
  const found: Finding[] = facts.errors.map((message) => finding(file, 0, `does not parse: ${message}`))
  for (const start of facts.anys) found.push(finding(file, start, 'no any: say what it is, or unknown and look'))
  if (!castRows.includes(file.row)) {
    for (const start of facts.casts) found.push(finding(file, start, 'no as: let types follow, or check and narrow'))
  }
  for (const comment of facts.comments) {
    const word = /\b(TODO|FIXME)\b/.exec(comment.value)?.[1]
    if (word) found.push(finding(file, comment.start, `${word}: do it now, or leave it out`))
    if (/@ts-(ignore|nocheck|expect-error)|eslint-disable|oxlint-disable/.test(comment.value)) {
      found.push(finding(file, comment.start, 'a checker is silenced: mend what it says'))
    }
  }
  for (const call of facts.calls) {
    if (file.isTest && leftOut.test(call.callee)) {
      found.push(finding(file, call.start, `${call.callee}: no test is left out`))
    }
  }
  return found
}

function leftToDoInText(file: SourceFile): Finding[] {
  return file.lines.flatMap((line, index) => {
    const word = /\b(TODO|FIXME)\b/.exec(line)?.[1]
    return word ? [{ path: file.path, line: index + 1, sentence: `${word}: do it now, or leave it out` }] : []
  })
}
