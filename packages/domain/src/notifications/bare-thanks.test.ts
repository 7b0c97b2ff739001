import { describe, expect, it } from 'vitest'
import { isBareThanks } from './bare-thanks.ts'

describe('NTF-03 an answer that only says it was read', () => {
  it.each(['收到', '收到，谢谢！', '好的。', 'OK', '嗯嗯', '１', '👍', '收到了 谢谢您', '知道了', '明白了'])(
    '%s',
    (text) => {
      expect(isBareThanks(text)).toBe(true)
    },
  )
  it.each(['收到，但是金额不对', '好的，钱什么时候到', '？', '', '10', '谢谢，我要投诉'])(
    '%s asks something',
    (text) => {
      expect(isBareThanks(text)).toBe(false)
    },
  )

  it('a long text that is nearly nothing but thanks is read as fast as a short one', () => {
    const from = performance.now()
    expect(isBareThanks(`${'知道了'.repeat(60)}${'嗯嗯'.repeat(60)}明白了吗`)).toBe(false)
    expect(performance.now() - from).toBeLessThan(1000)
  })
})
