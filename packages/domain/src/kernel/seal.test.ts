import { describe, expect, it } from 'vitest'
import { mayKnow, toldOf, type Seal } from './seal.ts'

const open: Seal = { concerned: ['about', 'chief'], keepers: ['handler', 'chief'], shut: false }
const shut: Seal = { ...open, shut: true }

describe('CUS-11 who may know of a sealed matter', () => {
  it.each([
    ['nothing is sealed', undefined, 'about', true],
    ['whom it concerns', open, 'about', false],
    ['whom it concerns, though named to work on it', open, 'chief', false],
    ['anybody else', open, 'other', true],
    ['anybody else, where it is shut', shut, 'other', false],
    ['who works on it', shut, 'handler', true],
  ] as const)('%s', (_case, seal, who, may) => {
    expect(mayKnow(seal, who)).toBe(may)
  })

  it.each([
    ['a warning leaves out whom it concerns', open, ['about', 'other'], ['other']],
    ['and goes to who works on it, where nobody is left', open, ['about', 'chief'], ['handler']],
    ['shut: only to who works on it', shut, ['other', 'handler'], ['handler']],
    ['no seal: to everybody', undefined, ['about'], ['about']],
    ['no seal and nobody: to nobody', undefined, [], []],
  ] as const)('%s', (_case, seal, asked, told) => {
    expect(toldOf(seal, asked)).toEqual(told)
  })
})
