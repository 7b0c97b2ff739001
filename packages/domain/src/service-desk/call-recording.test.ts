import { describe, expect, it } from 'vitest'
import { mayKeepRecording } from './call-recording.ts'

describe('SRV-03, CUS-06 whether the recording of a call is kept', () => {
  it.each([
    ['nobody told anything', null, false, false],
    ['the line plays the announcement', null, true, true],
    ['it was played in this call', 'announced', false, true],
    ['the caller agreed', 'agreed', false, true],
    ['the caller declined on a line that announces', 'declined', true, false],
  ] as const)('%s', (_, told, lineAnnounces, kept) => {
    expect(mayKeepRecording(told, lineAnnounces)).toBe(kept)
  })
})
