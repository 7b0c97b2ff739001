/**
 * Buttons appear when the record says that the signed-in person may do it; the server decides by the same rule. Acts
 * carry the names of their routes.
 */
export function may(record: { readonly can: readonly string[] }, ...acts: readonly string[]): boolean {
  return acts.some((act) => record.can.includes(act))
}
