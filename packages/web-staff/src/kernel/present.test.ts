import { afterEach, describe, expect, it } from 'vitest'
import { keepServerTime, present } from './present.ts'

describe('CLK-04 the present is the server’s', () => {
  afterEach(() => {
    keepServerTime(new Date().toISOString(), Date.now())
  })

  it('a machine an hour behind shows the server’s time, and goes on from there', () => {
    const heardAtMs = Date.now() - 5000
    keepServerTime(new Date(heardAtMs + 3_600_000).toISOString(), heardAtMs)
    expect(Math.abs(present().getTime() - Date.now() - 3_600_000)).toBeLessThan(1000)
  })

  it('what was heard earlier does not put it back: a page drawn again from an old answer', () => {
    const heardAtMs = Date.now()
    keepServerTime(new Date(heardAtMs + 3_600_000).toISOString(), heardAtMs)
    keepServerTime(new Date(heardAtMs - 5000).toISOString(), heardAtMs - 5000)
    expect(Math.abs(present().getTime() - Date.now() - 3_600_000)).toBeLessThan(1000)
  })
})
