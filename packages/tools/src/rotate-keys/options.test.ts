import { describe, expect, test } from 'vitest'
import { readRotateOptions } from './options.ts'

describe('CUS-08 what the key command is asked', () => {
  test.each([
    [[], { kind: 'rotate' }],
    [['--resume'], { kind: 'resume' }],
    [['--status'], { kind: 'status' }],
    [['--lookup'], { kind: 'lookup' }],
    [['--drop', '1'], { kind: 'drop', version: 1 }],
  ])('%j', (args, options) => expect(readRotateOptions(args)).toEqual(options))

  test.each([[['--drop']], [['--drop', 'all']], [['--drop', '1', '2']], [['--resume', '3']], [['now']]])(
    '%j is not guessed at',
    (args) => expect(typeof readRotateOptions(args)).toBe('string'),
  )
})
