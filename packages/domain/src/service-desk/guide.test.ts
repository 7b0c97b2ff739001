import { describe, expect, it } from 'vitest'
import { decideGuiding, momentWords, piecesOf, type GuideFacts } from './guide.ts'

describe('SRV-12 who answers a follower', () => {
  const facts: GuideFacts = { state: null, handed: false, answers: 0, text: '住院一天给多少钱' }
  it.each<[string, Partial<GuideFacts>, ReturnType<typeof decideGuiding>]>([
    ['the first words', {}, { by: 'machine', menu: false, answersLeft: 2 }],
    ['a greeting', { text: ' 你好！' }, { by: 'machine', menu: true, answersLeft: 2 }],
    ['a request nobody took yet', { state: 'received', answers: 1 }, { by: 'machine', menu: false, answersLeft: 1 }],
    ['two answers given', { state: 'received', answers: 2 }, { by: 'machine', menu: false, answersLeft: 0 }],
    ['a greeting while a request waits', { state: 'received', text: '在吗？' }, { by: 'person' }],
    ['a person was asked for', { state: 'received', handed: true }, { by: 'person' }],
    ['somebody works on it', { state: 'taken' }, { by: 'person' }],
    ['it was answered', { state: 'answered', text: '2' }, { by: 'person' }],
    ['it comes back after it was solved', { state: 'solved' }, { by: 'person' }],
    ['it is archived', { state: 'closed', handed: true, answers: 2 }, { by: 'machine', menu: false, answersLeft: 2 }],
  ])('%s', (_name, change, guiding) => {
    expect(decideGuiding({ ...facts, ...change })).toEqual(guiding)
  })

  it('a long text leaves in pieces, parted between lines, nothing lost', () => {
    const text = ['甲'.repeat(400), '乙'.repeat(400), '丙'.repeat(900), '', '丁'].join('\n')
    const pieces = piecesOf(text)
    expect(pieces.map((one) => one.length)).toEqual([400, 400, 600, 303])
    expect(pieces.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
  })

  it('a moment is told by the clock in Shanghai', () => {
    expect(['2026-03-03T01:05:00Z', '2026-03-03T15:59:00Z', '2026-03-03T16:00:00Z'].map(momentWords)).toEqual([
      '3月3日9:05',
      '3月3日23:59',
      '3月4日0:00',
    ])
  })
})
