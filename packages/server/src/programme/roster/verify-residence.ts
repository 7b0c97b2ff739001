/**
 * PRG-04: a programme without a list: what the civil affairs office said of the registration on the day of the accident
 * is put forward with its proof; another person confirms it, and then the rule of cover makes a member.
 */
import type { verifyResidence as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { uuidOfHash } from '../../kernel/index.ts'
import { checkResidence, RESIDENCE, RESIDENCE_CHANGE } from './residence-change.ts'

export async function verifyResidence(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const said = { ...body, programmeId: params.programmeId }
  const proofs = files.filter((file) => file.field === 'proof')
  const checked = await checkResidence(tx, said, proofs.length)
  if (!checked.ok) return checked
  const { idHash, words } = checked.value
  // One number waits once, whoever looks it up.
  const subject = { kind: RESIDENCE, id: uuidOfHash(idHash) }
  const stored = await storePapers(tx, {
    subject,
    personId: null,
    channel: 'office',
    receivedAt: tx.now,
    papers: [{ code: 'residence_proof', title: '民政户籍核实', files: proofs }],
  })
  if (!stored.ok) return stored
  const fileIds = stored.value.flatMap((paper) => paper.fileIds)
  return proposeChange(tx, {
    kind: RESIDENCE_CHANGE,
    subject,
    title: `户籍核实（出险日 ${body.accidentOn}）`,
    before: {},
    after: words,
    sealed: { ...said, fileIds },
  })
}
