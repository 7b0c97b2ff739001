/** Buttons appear when the record says that the signed-in person may do it; the server decides by the same rule. */
import type { Route } from '@anpei/contract/kernel'

export function may(record: { readonly can: readonly string[] }, act: Route): boolean {
  return record.can.includes(act.id)
}
