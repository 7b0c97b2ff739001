/** What the rows that keep cases know of some of them (SLA §2 rule 10). */
import type { Tx } from '../http/index.ts'
import type { CaseDirectory, CaseKnown } from './subjects.ts'

type Case = { readonly kind: string; readonly id: string }

export async function knownOf(
  tx: Tx,
  directory: CaseDirectory,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, CaseKnown>> {
  const known = new Map<string, CaseKnown>()
  for (const [kind, look] of directory) {
    const ids = [...new Set(cases.filter((one) => one.kind === kind).map((one) => one.id))]
    if (ids.length > 0) for (const [id, one] of await look(tx, ids)) known.set(id, one)
  }
  return known
}
