/** Accounts of the demo with their current codes; outside the demo the address answers 404 and nothing is shown. */
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'

const DemoAccounts = z.array(
  z.object({
    login: z.string(),
    name: z.string(),
    post: z.string(),
    password: z.string(),
    code: z.string(),
    tenant: z.string(),
  }),
)
export type DemoAccount = z.output<typeof DemoAccounts>[number]

export function useDemoAccounts(): readonly DemoAccount[] {
  const found = useQuery({
    queryKey: ['demoAccounts'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/demo/accounts', { signal })
      if (!response.ok) return []
      const parsed = DemoAccounts.safeParse(await response.json())
      return parsed.success ? parsed.data : []
    },
    refetchInterval: 15_000,
    retry: false,
  })
  return found.data ?? []
}
