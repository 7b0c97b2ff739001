/** Who complains, as far as two complaints are compared by it (CMP-03). */
import type { Complaining } from '@anpei/domain/complaints'
import type { ComplaintRecord } from './store.ts'

export function complainingOf({ personId, representation, told }: ComplaintRecord): Complaining {
  return { personId, representation, name: told.complainant.name, phone: told.complainant.phone }
}
