import { describe, expect, it } from 'vitest'
import { isBareThanks } from './bare-thanks.ts'

describe('NTF-03 an answer that only says it was read', () => {
  it.each(['收到', '收到，谢谢！', '好的。', 'OK', '嗯嗯', '１', '👍', '收到了 谢谢您'])('%s', (text) => {
    expect(isBareThanks(text)).toBe(true)
  })
  it.each(['收到，但是金额不对', '好的，钱什么时候到', '？', '', '10', '谢谢，我要投诉'])(
    '%s asks something',
    (text) => {
      expect(isBareThanks(text)).toBe(false)
    },
  )
})
