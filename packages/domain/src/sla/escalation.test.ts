import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isAtOnce, levelsAt, parseEscalation } from './escalation.ts'

const shipped: unknown = JSON.parse(
  readFileSync(new URL('../../../../config/escalation.json', import.meta.url), 'utf8'),
)
const parsed = parseEscalation(shipped)
if (!parsed.ok) throw new Error(JSON.stringify(parsed))
const escalation = parsed.value

describe('CLK-04 SLA §2 rule 10: who is told', () => {
  it.each([
    [25, ['handler']],
    [50, ['handler']],
    [79, ['handler']],
    [80, ['handler', 'leader']],
    [100, ['handler', 'leader', 'head', 'quality']],
    [120, ['handler', 'leader', 'head', 'quality', 'headOffice']],
    [150, ['handler', 'leader', 'head', 'quality', 'headOffice']],
  ])('at %i %%', (percent, levels) => {
    expect(levelsAt(escalation, percent)).toEqual(levels)
  })

  it('wakes at once for law and for accident reports, else waits for working time', () => {
    expect(isAtOnce(escalation, { id: 'L01', kind: 'statutory' })).toBe(true)
    const ofReports = ['T09', 'T10', 'T11', 'T12', 'T13', 'T14']
    expect(ofReports.filter((id) => !isAtOnce(escalation, { id, kind: 'promise' }))).toEqual([])
    expect(isAtOnce(escalation, { id: 'T15', kind: 'promise' })).toBe(false)
  })

  it.each([
    ['a list', []],
    ['no steps', { calendar: 'desk', levels: [], posts: {}, atOnceKinds: [], atOnceClocks: [] }],
    [
      'steps that do not rise',
      {
        calendar: 'desk',
        levels: [
          { percent: 80, to: ['handler'] },
          { percent: 50, to: ['handler'] },
        ],
        posts: {},
        atOnceKinds: [],
        atOnceClocks: [],
      },
    ],
    [
      'an unknown level',
      { calendar: 'desk', levels: [{ percent: 50, to: ['king'] }], posts: {}, atOnceKinds: [], atOnceClocks: [] },
    ],
  ])('refuses %s', (_name, input) => {
    expect(parseEscalation(input)).toMatchObject({ ok: false, code: 'sla.bad_escalation' })
  })
})
