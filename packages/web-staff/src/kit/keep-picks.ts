/**
 * Tab leaves a list of many and keeps what was picked. The library would take the line under the cursor, which takes
 * the last pick away again, and stay where it is.
 */
type Key = {
  readonly key: string
  readonly target: unknown
  readonly stopPropagation: () => void
}
type Place = { readonly closest: (selector: string) => unknown }

export function keepPicks(event: Key): void {
  if (event.key === 'Tab' && isPlace(event.target) && event.target.closest('.ant-select-multiple')) {
    event.stopPropagation()
  }
}

function isPlace(target: unknown): target is Place {
  return typeof target === 'object' && target !== null && 'closest' in target
}
