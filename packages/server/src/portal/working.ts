/** CLM-09: how the sum was made, sentence by sentence, once a person has decided it. */
import type { portalWorking as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { getClaim } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'

export async function working(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const claim = await getClaim(await lentForLinked(tx, ['claim.read']), { params, query: {}, body: {} })
  if (!claim.ok) return claim
  const { lines, assessment } = claim.value
  const decided = lines.filter((line) => line.state === 'approved' || line.state === 'paid' || line.state === 'denied')
  const calculated = (assessment?.kinds ?? []).flatMap((kind) =>
    kind.lines.map((line) => ({ ...line, kindWorking: kind.working })))
  const parts = decided.map((line) => {
    const made = calculated.find((one) => one.benefit === line.benefit)
    const sentences = made && made.working.length > 0 ? made.working : made?.kindWorking ?? []
    return { title: line.title, payableFen: line.payableFen,
      sentences: [...sentences, ...line.denialReasons.map((reason) => reason.text)] }
  })
  return ok({ decided: parts.length > 0, payableFen: parts.reduce((sum, part) => sum + part.payableFen, 0), parts })
}
