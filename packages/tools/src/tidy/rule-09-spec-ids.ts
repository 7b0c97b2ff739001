/**
 * Rule 9: every numbered rule that code cites exists, and is cited by a test in the title of a chapter or case; the
 * committed `docs/traceability.md` is what `npm run docs` writes.
 */
import { citationsOf, tracesOf } from './citations.ts'
import { finding, type Finding, type House } from './house.ts'
import { specIds } from './spec-ids.ts'
import { traceabilityDocument } from './traceability.ts'

export function specCitations(house: House): Finding[] {
  const traces = tracesOf(house)
  const found: Finding[] = []
  const said = new Set<string>()
  for (const file of house.files) {
    for (const { id, start } of citationsOf(file)) {
      if (!(id in specIds)) found.push(finding(file, start, `${id} is no rule of the specification`))
      else if (traces.get(id)?.tests.length === 0 && !said.has(id)) {
        said.add(id)
        found.push(finding(file, start, `${id} is cited by no test title`))
      }
    }
  }
  return found
}

export function traceabilityIsCurrent(house: House): Finding[] {
  if (house.traceability === traceabilityDocument(house)) return []
  return [{ path: 'docs/traceability.md', line: 1, sentence: 'differs from the code: run npm run docs and commit it' }]
}
