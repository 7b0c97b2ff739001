/** Towns and villages as a tree to choose from. */
import { listDivisions } from '@anpei/contract/programme'
import { useQuery } from '@tanstack/react-query'
import { call } from '@anpei/contract/kernel'
import { callKey } from '../client/index.ts'
import type { DivisionNode } from '../customers/index.ts'

const HALF_AN_HOUR_MS = 30 * 60_000

/** `villagesOnly`: towns only open, they cannot be chosen. */
export function useDivisions(villagesOnly = false): readonly DivisionNode[] {
  return (useListed()?.towns ?? []).map(({ code, name, villages }) => ({
    value: code,
    title: name,
    selectable: !villagesOnly,
    children: villages.map((village) => ({ value: village.code, title: village.name })),
  }))
}

/** Names of the districts whose towns and villages are known. */
export function useDistricts(): readonly string[] {
  return (useListed()?.districts ?? []).map(({ name }) => name)
}

function useListed() {
  return useQuery({
    queryKey: callKey(listDivisions, {}),
    queryFn: ({ signal }) => call(listDivisions, {}, { signal }),
    staleTime: HALF_AN_HOUR_MS,
  }).data
}
