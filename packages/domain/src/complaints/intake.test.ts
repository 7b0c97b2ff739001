import { describe, expect, it } from 'vitest'
import { coordinatorFor, decideAssigning, decideCoordination, handlersFor } from './assignment.ts'
import { complaintCan } from './can.ts'
import { decideCodeTable } from './code-table.ts'
import {
  decideComplaintMerge,
  decideNewFacts,
  decideSeparation,
  isSameComplainant,
  tasksOpenedBy,
} from './first-check.ts'
import { decideAsking } from './missing.ts'
import { decideRegistration, type Registering } from './registration.ts'

describe('CMP-01, CMP-02 who may complain, and what is missing at first', () => {
  const self: Registering = {
    representation: 'self',
    channel: 'phone',
    peopleCount: 1,
    spokespersonCount: 1,
    proofCount: 0,
    mandateUntil: null,
    receivedOn: '2026-11-23',
    named: true,
    reachable: true,
  }
  const group = { representation: 'group', channel: 'counter' } as const
  it.each<[string, Partial<Registering>, string]>([
    ['oneself', {}, ''],
    ['without a way to answer', { reachable: false }, 'contact'],
    ['without a name, but reachable', { named: false }, 'name'],
    ['nameless: nothing is asked', { representation: 'anonymous', named: false, reachable: false }, ''],
    ['a proxy with a mandate to the day', { representation: 'proxy', proofCount: 1, mandateUntil: '2026-11-23' }, ''],
    [
      'a proxy whose mandate ended',
      { representation: 'proxy', mandateUntil: '2026-11-22' },
      'complaint.mandate_expired',
    ],
    ['a proxy with a paper, no end', { representation: 'proxy', proofCount: 1 }, 'mandate'],
    ['an heir with nothing', { representation: 'heir' }, 'heir_proof'],
    ['nineteen', { ...group, peopleCount: 19, spokespersonCount: 5 }, ''],
    ['twenty', { ...group, peopleCount: 20, spokespersonCount: 5 }, 'major'],
    ['twenty by letter', { ...group, channel: 'letter', peopleCount: 20, spokespersonCount: 20 }, ''],
    ['six speak', { ...group, peopleCount: 20, spokespersonCount: 6 }, 'complaint.too_many_spokespersons'],
    ['more speak than came', { ...group, peopleCount: 3, spokespersonCount: 4 }, 'complaint.people_count'],
  ])('%s', (_, change, wanted) => {
    const done = decideRegistration({ ...self, ...change })
    const found = done.ok ? [done.value.major ? 'major' : '', ...done.value.missing].filter(Boolean).join() : done.code
    expect(found).toBe(wanted)
  })

  it('asks for nothing that we hold', () => {
    const known = { personKnown: true, phoneKnown: true }
    expect(decideAsking(['evidence', 'mandate'], known)).toMatchObject({ ok: true })
    for (const item of ['name', 'identity', 'contact', 'policy', 'claim_papers', 'payment_record'] as const)
      expect(decideAsking([item], known)).toMatchObject({ code: 'complaint.held_by_us' })
    expect(decideAsking(['identity'], { personKnown: false, phoneKnown: false })).toMatchObject({ ok: true })
  })
})

describe('CMP-03 the first check and what follows it', () => {
  const chen = { personId: 'p', representation: 'self', name: '陈', phone: '1' }
  it.each([
    ['name and telephone', chen, { ...chen, personId: null, representation: 'proxy' }, true],
    ['the same insured person, another telephone', chen, { ...chen, name: '', phone: '2' }, true],
    ['two proxies of one person', { ...chen, representation: 'proxy', phone: '3' }, chen, false],
    ['the nameless', { ...chen, representation: 'anonymous' }, chen, false],
    ['nobody knows either', { ...chen, personId: null, phone: '' }, { ...chen, personId: null, phone: '' }, false],
  ])('same complainant: %s', (_, a, b, same) => {
    expect(isSameComplainant(a, b)).toBe(same)
  })

  it('merges into an open one only, and gives back where it stood', () => {
    const [one, other] = [{ id: 'a', state: 'assigned' } as const, { id: 'b', state: 'closed' } as const]
    expect(decideComplaintMerge(one, other, true)).toMatchObject({ code: 'complaint.survivor_ended' })
    expect(decideComplaintMerge(one, { ...other, state: 'accepted' }, true)).toMatchObject({ value: { to: 'merged' } })
    const backTo = (before: string | null) => decideSeparation('merged', before)
    expect(backTo('received')).toMatchObject({ value: { to: 'received' } })
    expect(backTo('accepted')).toMatchObject({ value: { to: 'accepted' } })
    expect(backTo('investigating')).toMatchObject({ value: { to: 'assigned' } })
  })

  it('new facts: what was worked out is looked at again; what has ended is not begun anew', () => {
    expect(decideNewFacts('received')).toEqual({ ok: true, value: null })
    expect(decideNewFacts('told')).toMatchObject({ value: { to: 'investigating' } })
    expect(decideNewFacts('withdrawn')).toMatchObject({ code: 'lifecycle.not_possible' })
  })

  it('opens tasks for what is touched', () => {
    expect(tasksOpenedBy({ legal: false, regulatory: false })).toEqual([])
    expect(tasksOpenedBy({ legal: true, regulatory: true })).toEqual(['legal', 'quality', 'report'])
  })
})

describe('CMP-04, CMP-05 coordination and assignment', () => {
  const nobody = { concernedIds: [], lineIds: [], sellingInstitutionId: null }
  const group = ['a', 'b', 'head'].map((id) => ({ id, institutionId: null, absent: false }))

  it('takes turns; a complaint about one of the group goes to their superior; who is away is passed over', () => {
    expect([0, 1, 2, 3].map((turn) => coordinatorFor(group, nobody, turn))).toEqual(['a', 'b', 'head', 'a'])
    expect(coordinatorFor(group, { ...nobody, concernedIds: ['a'], lineIds: ['head'] }, 1)).toBe('head')
    expect(coordinatorFor(group, { ...nobody, concernedIds: ['head'] }, 0)).toBe('a')
    const away = group.map((one) => ({ ...one, absent: one.id !== 'b' }))
    expect(coordinatorFor(away, nobody, 0)).toBe('b')
    expect(coordinatorFor([], nobody, 5)).toBeNull()
  })

  it('the superior named for it may coordinate, another of the line may not', () => {
    const concerned = { ...nobody, concernedIds: ['a'], lineIds: ['head', 'gm'] }
    expect(decideCoordination({ id: 'head', institutionId: null }, concerned, 'head').ok).toBe(true)
    const other = decideCoordination({ id: 'gm', institutionId: null }, concerned, 'head')
    expect(other).toMatchObject({ code: 'complaint.recused' })
  })

  it('offers by skill where somebody has it, then by load; never who keeps out or is away', () => {
    const one = (id: string, openCount: number, skills: string[] = [], institutionId = 'here') => ({
      id,
      name: id,
      institutionId,
      mayHold: true,
      absent: id === 'away',
      handlesVillages: [],
      languages: ['zh'],
      skills,
      openCount,
      lastAssignedAt: null,
    })
    const people = [one('busy', 9, ['医疗给付争议']), one('free', 0), one('away', 0), one('seller', 0, [], 'agency')]
    const ids = (skill: string) =>
      handlersFor(
        people,
        { ...nobody, sellingInstitutionId: 'agency' },
        { villageCode: null, language: null, skill },
      ).map(({ id }) => id)
    expect(ids('医疗给付争议')).toEqual(['busy', 'free'])
    expect(ids('')).toEqual(['free', 'busy'])
    expect(ids('没有人会')).toEqual(['free', 'busy'])
  })

  it('handing over leaves it where it stands', () => {
    expect(decideAssigning('accepted', false)).toMatchObject({ value: { to: 'assigned' } })
    expect(decideAssigning('investigating', true)).toEqual({ ok: true, value: null })
    expect(decideAssigning('received', false)).toMatchObject({ code: 'lifecycle.not_possible' })
  })

  it('offers what may be done', () => {
    const all = { holds: () => true, recused: false, coordinates: true, hanging: [] }
    expect(complaintCan('received', all)).toEqual(expect.arrayContaining(['check', 'contact', 'withdraw']))
    expect(complaintCan('received', all)).not.toContain('assign')
    expect(complaintCan('assigned', { ...all, recused: true, coordinates: false })).toEqual([])
    expect(complaintCan('closed', all)).toEqual([])
    expect(complaintCan('merged', all)).toEqual(['separate'])
  })

  it('a code table names its parents in itself, and each code once', () => {
    const rows = [
      { rowNo: 2, code: 'A', name: '甲', parentCode: null },
      { rowNo: 3, code: 'A1', name: '乙', parentCode: 'A' },
    ]
    expect(decideCodeTable(rows)).toMatchObject({ value: [{ code: 'A' }, { code: 'A1' }] })
    expect(decideCodeTable([...rows, ...rows])).toMatchObject({ facts: { line: 2, problem: '代码 A 重复' } })
    expect(decideCodeTable([])).toMatchObject({ code: 'complaint.code_file' })
  })
})
