/** Filters in the address: a list can be left, found again and sent to a colleague; a change starts at page one. */
import { useState } from 'react'
import { useSearchParams } from 'react-router'

export type SearchState = {
  readonly get: (name: string) => string | undefined
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void
  /** How often the value was taken away from outside its field; what stands in the field unsent goes with it. */
  readonly emptied: (name: string) => number
  readonly trail: readonly string[]
  readonly onTrail: (trail: readonly string[]) => void
  readonly cursor: string | undefined
}

export function useSearchState(): SearchState {
  const [params, setParams] = useSearchParams()
  const [trail, onTrail] = useState<readonly string[]>([])
  const [emptied, setEmptied] = useState<Readonly<Record<string, number>>>({})
  return {
    get: (name) => params.get(name) ?? undefined,
    set: (changes) => {
      onTrail([])
      const gone = Object.keys(changes).filter((name) => changes[name] === undefined)
      setEmptied((old) => ({ ...old, ...Object.fromEntries(gone.map((name) => [name, (old[name] ?? 0) + 1])) }))
      setParams(
        (old) => {
          const next = new URLSearchParams(old)
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: true },
      )
    },
    emptied: (name) => emptied[name] ?? 0,
    trail,
    onTrail,
    cursor: trail.at(-1),
  }
}
