/**
 * By what road the insured agreed to the cover (PRG-04), recorded for a whole import or for one person; the person's
 * own entry comes before the import's, the newest before the older. A contract that pays on death needs the consent of
 * the insured (保险法 34, parents for minors excepted), and nobody may take out such cover for a person without civil
 * capacity (保险法 33). LAW §1.12: what follows from it a lawyer decides, not code; so these are facts to be shown, and
 * no answer of the machine depends on them.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import type { ImportState } from './lifecycles.ts'

export const CONSENT_ROUTES = {
  paper: '书面',
  voice: '录音',
  resolution: '集体决议',
  ratification: '事后追认',
} as const
export type ConsentRoute = keyof typeof CONSENT_ROUTES

export const CONSENT_ANSWERS = { given: '同意', withheld: '不同意' } as const
export type ConsentAnswer = keyof typeof CONSENT_ANSWERS

type ConsentAsked = {
  readonly givenOn: Day
  readonly today: Day
  /** The state of the import it is said for; null = said for one person. */
  readonly importState: ImportState | null
}

/** Said for an import it needs people: those of a confirmed one. */
export function decideConsent(
  asked: ConsentAsked,
): Decision<null, 'programme.consent_future' | 'programme.consent_import_unconfirmed'> {
  if (asked.givenOn > asked.today) return refuse('programme.consent_future', { on: asked.givenOn })
  if (asked.importState !== null && asked.importState !== 'confirmed') {
    return refuse('programme.consent_import_unconfirmed')
  }
  return ok(null)
}

export type ConsentEntry = { readonly ofPerson: boolean; readonly answer: ConsentAnswer }

/** The entry that stands, of all that were made for a person and the person's imports, newest first. */
export function consentStanding<E extends ConsentEntry>(entries: readonly E[]): E | null {
  return entries.find((one) => one.ofPerson) ?? entries[0] ?? null
}

export type DeathCoverNote = 'consent_given' | 'consent_withheld' | 'consent_missing' | 'lacks_capacity'

/** What somebody who decides on a death has to know; the text names the article. */
export function deathCoverNotes(standing: ConsentEntry | null, lacksCapacity: boolean): readonly DeathCoverNote[] {
  const consent =
    standing === null ? 'consent_missing' : standing.answer === 'given' ? 'consent_given' : 'consent_withheld'
  return lacksCapacity ? [consent, 'lacks_capacity'] : [consent]
}

export const DEATH_COVER_NOTES: Readonly<Record<DeathCoverNote, string>> = {
  consent_given: '登记为同意。保险法第34条要求被保险人本人同意，所登记的途径和凭证是否足够由法务判断。',
  consent_withheld:
    '登记为不同意。保险法第34条：以死亡为给付条件的合同须经被保险人同意，父母为未成年子女投保的除外。怎样处理由法务判断，系统不据此拒赔。',
  consent_missing:
    '没有登记同意。保险法第34条：以死亡为给付条件的合同须经被保险人同意，父母为未成年子女投保的除外。怎样处理由法务判断，系统不据此拒赔。',
  lacks_capacity:
    '被保险人标注为无民事行为能力。保险法第33条：不得为无民事行为能力人投保以死亡为给付条件的保险。怎样处理由法务判断，系统不据此拒赔。',
}
