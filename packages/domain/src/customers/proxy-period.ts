/** CUS-05: a consent is for a named time: not ending before it begins, and no longer than the house allows. */
import { addDays, ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export function decideProxyPeriod(
  fromOn: Day,
  toOn: Day,
  longestDays: number,
): Decision<null, 'customers.proxy_period' | 'customers.proxy_too_long'> {
  if (toOn < fromOn) return refuse('customers.proxy_period')
  const lastOn = addDays(fromOn, longestDays)
  return toOn > lastOn ? refuse('customers.proxy_too_long', { days: longestDays, lastOn }) : ok(null)
}
