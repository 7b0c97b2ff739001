/** Reference lists loaded when a page first needs them: divisions and the disability standard. */
import { parseStandard, type StandardItem } from '@anpei/domain/programme'
import { useQuery } from '@tanstack/react-query'

type Town = { readonly code: string; readonly name: string; readonly villages: readonly { code: string; name: string }[] }

export function useTowns(): readonly Town[] {
  const found = useQuery({
    queryKey: ['divisions'], staleTime: Infinity,
    queryFn: async (): Promise<readonly Town[]> => {
      const { default: file } = await import('../../../../config/divisions/chaonan.json', { with: { type: 'json' } })
      return file.streets.map((town) => ({
        code: town.code9, name: town.name,
        villages: town.villages.map((village) => ({ code: village.code12, name: village.name })),
      }))
    },
  })
  return found.data ?? []
}

/** JR/T 0083: item, grade and text. */
export function useStandardItems(): readonly StandardItem[] {
  const found = useQuery({
    queryKey: ['jrt0083'], staleTime: Infinity,
    queryFn: async (): Promise<readonly StandardItem[]> => {
      const { default: file } = await import('../../../../config/standards/jrt0083.json', { with: { type: 'json' } })
      const parsed = parseStandard(file)
      return parsed.ok ? [...parsed.value.items.values()] : []
    },
  })
  return found.data ?? []
}
