import { readFileSync } from 'node:fs'
import { adjudicateDoorCase, parseProgrammeVersion, parseStandard } from '@anpei/domain/programme'
import { describe, expect, it } from 'vitest'
import { dataOfText, valueAt } from './definition.ts'
import { exampleOf } from './example-of.ts'

const CONFIG = new URL('../../../../../config/', import.meta.url)
const read = dataOfText(readFileSync(new URL('programmes/chaonan/2026-10-01.json', CONFIG), 'utf8'))
const chaonan = read.ok ? read.data : {}
const version = parseProgrammeVersion(chaonan)
const standard = parseStandard(JSON.parse(readFileSync(new URL('standards/jrt0083.json', CONFIG), 'utf8')))

describe('PRG-01 a new example', () => {
  it.each([
    ['death', 300_000],
    ['transport_death', 3_300_000],
    ['disability', 90_000],
    ['hospital', 30_000],
  ])('of %s is a case the calculation can read, and pays', (kind, payableFen) => {
    if (!version.ok || !standard.ok) throw new Error('the shipped programme is unreadable')
    const example = exampleOf(chaonan, kind)
    const programmes = new Map([['chaonan', [version.value]]])
    const standards = new Map([[standard.value.id, standard.value]])
    const answer = adjudicateDoorCase(valueAt(example, ['input']), programmes, standards)
    expect(answer).toMatchObject({ outcome: 'pay', payableFen: BigInt(payableFen) })
    expect(parseProgrammeVersion({ ...chaonan, examples: [example] }).ok).toBe(true)
  })
})
