/** The code of a refusal, or a failed test. */
import { expect } from 'vitest'
import type { Decision } from '../../kernel/index.ts'

export function expectRefused(decision: Decision<unknown>, code: string): void {
  expect(decision).toMatchObject({ ok: false, code })
}
