/** Every event the rows record, from their literals `eventCatalogue`: one row is audit trail, outbox and timeline. */
import { generated, isRecord, table, type House } from '../tidy/index.ts'

export function eventsDocument(house: House): string {
  const listed = [...house.catalogues.events].sort((a, b) => (a.name < b.name ? -1 : 1))
  return generated('Events', [
    'An event carries ids, codes and amounts, never a personal value.',
    table(
      ['Event', 'Row', 'What happened', 'Facts'],
      listed.map(({ name, row, value }) => [`\`${name}\``, row, words(value), facts(value)]),
    ),
  ])
}

function words(value: unknown): string {
  if (typeof value === 'string') return value
  if (!isRecord(value)) return ''
  return ['zh', 'en']
    .flatMap((key) => {
      const text = value[key]
      return typeof text === 'string' ? [text] : []
    })
    .join(' · ')
}

function facts(value: unknown): string {
  const listed = isRecord(value) ? value['facts'] : undefined
  if (Array.isArray(listed)) return listed.map(String).join(', ')
  return isRecord(listed) ? Object.keys(listed).join(', ') : ''
}
