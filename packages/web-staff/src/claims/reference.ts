/** Reference lists loaded when a page first needs them: divisions and the disability standard. */
import type { Answer } from '@anpei/contract/kernel'
import { listDivisions } from '@anpei/contract/programme'
import { parseStandard, type StandardItem } from '@anpei/domain/programme'
import { useQuery } from '@tanstack/react-query'
import { useCall } from '../client/index.ts'

type Towns = Answer<typeof listDivisions>['towns']

export function useTowns(): Towns {
  return useCall(listDivisions, {}).shown?.towns ?? []
}

/** JR/T 0083: item, grade and text. */
export function useStandardItems(): readonly StandardItem[] {
  const found = useQuery({
    queryKey: ['jrt0083'],
    staleTime: Infinity,
    queryFn: async (): Promise<readonly StandardItem[]> => {
      const { standard } = await import('./payments/standard-file.ts')
      const parsed = parseStandard(standard)
      return parsed.ok ? [...parsed.value.items.values()] : []
    },
  })
  return found.data ?? []
}
