import { describe, expect, it } from 'vitest'
import { isSignedByWechat, openWechat, sealForWechat } from './wechat-crypt.ts'

// The example of the platform's own documentation.
const TOKEN = 'QDG6eK'
const ID = 'wx5823bf96d3bd56c7'
const KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const SEALED = 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=='
const SIGNATURE = '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3'

describe('NTF-03 messages of WeChat as the platform seals them', () => {
  it('the documented example is signed and opened', () => {
    expect(isSignedByWechat([TOKEN, '1409659589', '263014780', SEALED], SIGNATURE)).toBe(true)
    expect(isSignedByWechat([TOKEN, '1409659589', '263014781', SEALED], SIGNATURE)).toBe(false)
    expect(isSignedByWechat([TOKEN, '1409659589', '263014780', SEALED], '')).toBe(false)
    expect(openWechat(KEY, ID, SEALED)).toBe('1616140317555161061')
  })

  it('another account’s message, a cut one and nonsense are not opened', () => {
    expect(openWechat(KEY, 'wx0', SEALED)).toBeNull()
    expect(openWechat(KEY, ID, SEALED.slice(0, 20))).toBeNull()
    expect(openWechat('short', ID, SEALED)).toBeNull()
    expect(openWechat(KEY.replace('jWm', 'AAA'), ID, SEALED)).toBeNull()
  })

  it.each(['', '好', '谢谢，收到了'.repeat(40)])('what is sealed can be opened', (text) => {
    expect(openWechat(KEY, ID, sealForWechat(KEY, ID, text))).toBe(text)
  })
})
