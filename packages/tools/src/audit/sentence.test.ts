import { describe, expect, it } from 'vitest'
import { sentenceOf } from './sentence.ts'

const counts = { blocks: 2, events: 9, unsealed: 1, heads: 1 }

describe('ORG-08 what the verifying command says', () => {
  it('says that all is intact, with the counts', () => {
    expect(sentenceOf(1, { intact: true, ...counts, finding: null })).toContain(
      '9 条记录、2 个区块、1 个库外链头一致，另有 1 条尚未封存',
    )
  })
  it('names the record that was touched: time, event, identifier', () => {
    const finding = {
      what: 'altered',
      blockNo: '2',
      eventId: 'e-1',
      eventName: 'claim.approved',
      at: '2026-11-23T01:00:00.000Z',
      sentence: '被改动。',
    } as const
    const said = sentenceOf(3, { intact: false, ...counts, finding })
    expect(said).toContain('租户 3：不完好。区块 2：被改动。')
    expect(said).toContain('altered 2026-11-23T01:00:00.000Z claim.approved e-1')
  })
})
