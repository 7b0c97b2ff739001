/**
 * A disability assessment standard as data (PRG-02: JR/T 0083-2013): item → grade and text. The file honestly says
 * which items were not verified; an item it does not hold is judged by a person.
 */
import { ok, refuse } from '../kernel/index.ts'
import type { Decision } from '../kernel/index.ts'
import { readObject } from './object-reader.ts'

export type StandardItem = {
  readonly id: string
  readonly grade: number
  readonly section: string
  readonly text: string
  readonly verified: string
}
export type DisabilityStandard = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly items: ReadonlyMap<string, StandardItem>
}
/** Standard id → standard. */
export type Standards = ReadonlyMap<string, DisabilityStandard>

export function parseStandard(data: unknown): Decision<DisabilityStandard, 'programme.standard_unreadable'> {
  const problems: string[] = []
  const reader = readObject(data, '', problems)
  const items = reader.list(
    'items',
    (item): StandardItem => ({
      id: item.text('id'),
      grade: item.whole('grade', 1, 10),
      section: item.text('section'),
      text: item.text('text'),
      verified: item.text('verified'),
    }),
  )
  const byId = new Map<string, StandardItem>()
  for (const item of items) {
    if (byId.has(item.id)) problems.push(`条目 ${item.id} 重复`)
    byId.set(item.id, item)
  }
  const standard = { id: reader.text('id'), number: reader.text('number'), title: reader.text('title'), items: byId }
  return problems.length === 0 ? ok(standard) : refuse('programme.standard_unreadable', { problems })
}
