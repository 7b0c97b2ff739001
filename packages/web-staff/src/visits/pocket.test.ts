import { describe, expect, it } from 'vitest'
import { begun, freshDraft } from './pocket.ts'
import { item, NOW, view } from './pocket.fixture.ts'

describe('SRV-09 what was written without a connection', () => {
  it('begins from the revision that was seen', () => {
    expect(freshDraft(view)).toMatchObject({ basedOn: 4, checklistVersion: 2, result: null })
  })

  it.each([
    ['only looked at', {}, false],
    ['a photo', { photos: [new Blob(['door'])] }, true],
    ['a signature', { signature: new Blob(['signed']) }, true],
    ['a word', { draft: { ...freshDraft(view), note: '没人应门' } }, true],
    ['arrived unheard', { draft: { ...freshDraft(view), arrivedAt: '2026-11-23T02:00:00.000Z' } }, true],
    ['handed in', { waits: true }, true],
  ])('somebody wrote in it: %s', (_, change, written) => {
    expect(begun(item('v', NOW, { waits: false, ...change }))).toBe(written)
  })
})
