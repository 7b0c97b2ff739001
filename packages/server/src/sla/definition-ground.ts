/** What a definition is judged and worded with: the tenant's definitions, calendars and known events (CLK-01). */
import { EVENT_WORDS, type ClockDef, type DefinitionWords } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionsOf, type Definitions } from './definitions.ts'
import type { Calendars } from './make-calendars.ts'

export type DefinitionDesk = {
  readonly definitions: Definitions
  readonly calendars: Calendars
  readonly words: DefinitionWords
}

export async function definitionDesk(tx: Pick<Tx, 'app' | 'db' | 'actor'>): Promise<DefinitionDesk> {
  const [definitions, calendars] = await Promise.all([definitionsOf(tx), calendarsOf(tx)])
  return { definitions, calendars, words: wordsOf(tx, calendars) }
}

export function groundOf(tx: Pick<Tx, 'app'>, all: readonly ClockDef[], calendars: Calendars) {
  return {
    all,
    calendars: new Set(calendars.byId.keys()),
    // An event no row has words for is known where the table of the clocks names it: its row is built later.
    knowsEvent: (type: string) => type in EVENT_WORDS || tx.app.eventTitle(type, {}) !== type,
  }
}

function wordsOf(tx: Pick<Tx, 'app'>, calendars: Calendars): DefinitionWords {
  const names = new Map(calendars.lines.map((line) => [line.id, line.name]))
  return {
    calendar: (id) => names.get(id) ?? id,
    event: (type) => tx.app.eventTitle(type, {}).trim(),
  }
}
