/** The filters of the claims list live in the address, so that a list can be kept, sent and gone back to. */
import { ClaimFilter } from '@anpei/contract/claims'
import type { z } from 'zod'

export type ListFilter = z.input<typeof ClaimFilter>

const FILTER_NAMES = [
  'state',
  'class',
  'kind',
  'owner',
  'division',
  'overdue',
  'undelivered',
  'accidentFrom',
  'accidentTo',
  'receivedFrom',
  'receivedTo',
  'closedFrom',
  'closedTo',
  'q',
  'sort',
] as const satisfies readonly (keyof ListFilter)[]

/** Reads the filters of an address; what the list does not know or cannot read is left out. */
export function filterOf(search: URLSearchParams): ListFilter {
  const known: Record<string, string> = {}
  for (const name of FILTER_NAMES) {
    const text = search.get(name)
    if (text !== null && text !== '' && ClaimFilter.shape[name].safeParse(text).success) known[name] = text
  }
  return known
}

/** The address with one filter changed; `undefined` takes it out. Paging starts again. */
export function withFilter(
  search: URLSearchParams,
  change: Partial<Record<keyof ListFilter, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(search)
  next.delete('after')
  for (const name of FILTER_NAMES) {
    if (!(name in change)) continue
    const text = change[name]
    if (text === undefined || text === '') next.delete(name)
    else next.set(name, text)
  }
  return next
}

/** Cursors passed so far; the last is the page shown. */
export function trailOf(search: URLSearchParams): readonly string[] {
  return search.getAll('after')
}

export function withTrail(search: URLSearchParams, trail: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(search)
  next.delete('after')
  for (const cursor of trail) next.append('after', cursor)
  return next
}

/** The filters of an address in one fixed order: two addresses with the same text show the same list. */
export function viewText(search: URLSearchParams): string {
  const view = new URLSearchParams()
  for (const name of FILTER_NAMES) {
    const text = search.get(name)
    if (text) view.set(name, text)
  }
  return view.toString()
}
