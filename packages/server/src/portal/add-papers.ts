/** CLM-05, POR-03: photos of papers from the family's phone; the claims row takes them as from any channel. */
import type { portalAddPapers as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { addPapers } from '../claims/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'
import { promisedDays } from '../sla/index.ts'

export async function addPapersByPhone(
  tx: Tx,
  { params }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const taken = await addPapers(
    await lentForLinked(tx, 'hand_in', ['claim.collect', 'claim.read']),
    {
      params,
      query: {},
      body: { channel: 'portal', receivedAt: null },
    },
    files,
  )
  if (!taken.ok) return taken
  const received = [...new Set(files.map((file) => file.field.replace(/^file:/, '')))]
  const [lookedAtByOn = null] = await promisedDays(tx, { kind: 'claim', id: params.claimId }, [['T15', 'T15a']])
  return ok({ received, receivedAt: tx.now, lookedAtByOn })
}
