import { describe, expect, it } from 'vitest'
import { consentStanding, deathCoverNotes, decideConsent, type ConsentEntry } from './consent.ts'

const today = '2026-11-23'

describe('PRG-04 a consent is recorded for what is in force and has happened', () => {
  it.each([
    ['one person, today', today, null, null],
    ['a confirmed import', '2025-09-20', 'confirmed', null],
    ['tomorrow', '2026-11-24', null, 'programme.consent_future'],
    ['an import still being read', '2025-09-20', 'reading', 'programme.consent_import_unconfirmed'],
    ['an import that waits', '2025-09-20', 'read', 'programme.consent_import_unconfirmed'],
    ['an import that was given up', '2025-09-20', 'discarded', 'programme.consent_import_unconfirmed'],
  ] as const)('%s', (_, givenOn, importState, code) => {
    const said = decideConsent({ givenOn, today, importState })
    expect(said.ok ? null : said.code).toBe(code)
  })
})

const batchGiven: ConsentEntry = { ofPerson: false, answer: 'given' }
const batchWithheld: ConsentEntry = { ofPerson: false, answer: 'withheld' }
const personGiven: ConsentEntry = { ofPerson: true, answer: 'given' }
const personWithheld: ConsentEntry = { ofPerson: true, answer: 'withheld' }

describe('PRG-04 which entry stands, and what a death claim shows (保险法 33, 34)', () => {
  it.each([
    ['nothing recorded', [], false, ['consent_missing']],
    ['the import', [batchGiven], false, ['consent_given']],
    ['the newer import entry', [batchWithheld, batchGiven], false, ['consent_withheld']],
    ['the person before the import', [batchGiven, personWithheld], false, ['consent_withheld']],
    ['the newer of the person', [personGiven, personWithheld, batchWithheld], false, ['consent_given']],
    ['no capacity beside a consent', [batchGiven], true, ['consent_given', 'lacks_capacity']],
    ['no capacity and nothing recorded', [], true, ['consent_missing', 'lacks_capacity']],
  ] as const)('%s', (_, entries, lacksCapacity, notes) => {
    expect(deathCoverNotes(consentStanding(entries), lacksCapacity)).toEqual(notes)
  })
})
