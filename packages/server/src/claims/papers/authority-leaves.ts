/**
 * CUS-09: a letter that asks an office for papers tells it who the person is: it goes under the register's entry for
 * that office, or for offices altogether.
 */
import type { Decision } from '@anpei/domain/kernel'
import { shareOut } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'

export function authorityLetterLeaves(
  tx: Tx,
  personId: string,
  to: { readonly authority: string; readonly letterId: string },
): Promise<Decision<unknown>> {
  return shareOut(tx, {
    to: { kind: 'authority', partner: to.authority },
    what: 'authority_letter',
    format: 'pdf',
    reason: `向${to.authority}调取资料`,
    rowCount: 1,
    sha256: null,
    subjectId: to.letterId,
    personIds: [personId],
  })
}
