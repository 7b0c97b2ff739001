import { describe, expect, it } from 'vitest'
import { keyOfChannel, needsRepeatReason } from './answer.ts'

describe('SRV-04 SRV-08 an answer begins by the channel the customer came by', () => {
  const mail = { channel: 'email', word: '邮件', to: '' } as const
  it.each([
    ['who called is called', 'phone', [mail], 'phone'],
    ['who wrote is written to', 'email', [mail], 'email'],
    ['a letter is answered by what can be sent', 'letter', [mail], 'email'],
    ['where nothing can be sent, by telephone', 'letter', [], 'phone'],
  ] as const)('%s', (_, channel, answerBy, first) => {
    expect(keyOfChannel({ channel, answerBy: [...answerBy] })).toBe(first)
  })

  it('asks why only where it was answered and came back', () => {
    const at = '2026-11-23T01:00:00.000Z'
    expect(needsRepeatReason({ reopenedCount: 1, firstAnsweredAt: at })).toBe(true)
    expect(needsRepeatReason({ reopenedCount: 0, firstAnsweredAt: at })).toBe(false)
    expect(needsRepeatReason({ reopenedCount: 1, firstAnsweredAt: null })).toBe(false)
  })
})
