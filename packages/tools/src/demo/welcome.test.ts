import { describe, expect, it } from 'vitest'
import { printWelcome } from './welcome.ts'

function said(demo: boolean): string {
  const lines: string[] = []
  printWelcome((line) => void lines.push(line), 'http://127.0.0.1:4600', 5.94, demo)
  return lines.join('\n')
}

describe('what is said when everything runs', () => {
  it('the addresses; accounts only where there is the demo that has them', () => {
    expect(said(true)).toContain('http://127.0.0.1:4600/portal/')
    expect(said(true)).toMatch(/演示账号[^]*service1/)
    expect(said(false)).toContain('http://127.0.0.1:4600/portal/')
    expect(said(false)).not.toMatch(/演示|service1/)
  })
})
