/** The place in a list a cursor names: the instant and the id of the last row shown (keyset paging). */
export type ListCursor = { readonly key: string; readonly id: string }

/** Undefined when the text is none that a list gave. */
export function readListCursor(text: string): ListCursor | undefined {
  const match = /^(infinity|[\dTZ\-:. +]{19,35})\|([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(
    text,
  )
  const [, key, id] = match ?? []
  if (!key || !id) return undefined
  return key === 'infinity' || isInstant(key) ? { key, id } : undefined
}

/** As PostgreSQL writes it (`2026-11-23 01:00:00.123+00`) or as JSON does. */
function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text.replace(' ', 'T').replace(/\+00$/, 'Z')))
}
