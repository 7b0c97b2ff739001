/** Filters in the address: a list can be left, found again and sent to a colleague; a change starts at page one. */
import { useState } from 'react'
import { useSearchParams } from 'react-router'

export type SearchState = {
  readonly get: (name: string) => string | undefined
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void
  readonly trail: readonly string[]
  readonly onTrail: (trail: readonly string[]) => void
  readonly cursor: string | undefined
}

export function useSearchState(): SearchState {
  const [params, setParams] = useSearchParams()
  const [trail, onTrail] = useState<readonly string[]>([])
  return {
    get: (name) => params.get(name) ?? undefined,
    set: (changes) => {
      onTrail([])
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
    trail,
    onTrail,
    cursor: trail.at(-1),
  }
}
