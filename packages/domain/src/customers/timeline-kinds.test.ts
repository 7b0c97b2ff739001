import { describe, expect, it } from 'vitest'
import { timelineKind } from './timeline-kinds.ts'

describe('CUS-02 kinds of entries on the line of time', () => {
  it.each([
    ['person.cover_began', 'cover'],
    ['claim.registered', 'claim'],
    ['claim.papers_received', 'document'],
    ['request.received', 'request'],
    ['complaint.received', 'complaint'],
    ['complaint_history.tied', 'complaint'],
    ['call.called_back', 'callback'],
    ['home_visit.made', 'visit'],
    ['care.contacted', 'contact'],
    ['care.marked', 'care'],
    ['proxy.recorded', 'consent'],
    ['person.notified', 'notice'],
    ['person.changed', 'particulars'],
    ['sky.fell', 'other'],
  ] as const)('%s is %s', (name, kind) => {
    expect(timelineKind(name)).toBe(kind)
  })
})
