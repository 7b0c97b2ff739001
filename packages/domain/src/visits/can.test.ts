import { describe, expect, it } from 'vitest'
import { visitCan } from './index.ts'

const nobody = {
  kind: 'home',
  state: 'agreed',
  isVisitor: false,
  mayArrange: false,
  mayMake: false,
  mayLead: false,
  mayReveal: false,
  uncovered: true,
  beside: true,
} as const

describe('SRV-09 what may be done with a visit', () => {
  it.each([
    ['by somebody who only reads', {}, []],
    ['at the desk', { mayArrange: true }, ['agree', 'putOff', 'cancel', 'choose', 'reveal']],
    ['by a colleague who goes out', { mayMake: true }, []],
    ['by the visitor', { mayMake: true, isVisitor: true }, ['setOut', 'arrive', 'handIn', 'reveal']],
    ['by the visitor at the door', { mayMake: true, isVisitor: true, state: 'arrived' }, ['handIn', 'reveal']],
    [
      'by the one at the other end of a video',
      { mayMake: true, isVisitor: true, kind: 'video' },
      ['handIn', 'openRoom', 'reveal'],
    ],
    ['by a lead', { mayLead: true }, ['confirmUncovered']],
    ['by a lead who is the visitor', { mayLead: true, isVisitor: true }, []],
    ['by who may see masked values, at any time', { mayReveal: true, state: 'done', beside: false }, ['reveal']],
    ['when it is over', { mayArrange: true, mayMake: true, isVisitor: true, state: 'done', beside: false }, []],
  ] as const)('%s', (_name, change, can) => {
    expect(visitCan({ ...nobody, ...change })).toEqual(can)
  })
})
