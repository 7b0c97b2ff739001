/** CMP-12: anybody reports on a phone, with or without a name, and holds the code. */
import type { portalReportTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { namelessly, tooManyTries } from './by-code.ts'
import { receiveTip } from './receive-tip.ts'

export async function reportOnPortal(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const full = await tooManyTries(tx)
  if (full) return full
  const { code, facts, against, named, name, phone } = body
  return namelessly(tx, async (own) => {
    const arrived = await receiveTip(own, {
      code,
      channel: 'app',
      receivedAt: own.now,
      reporter: { named, name, phone, email: '', address: '' },
      facts,
      against,
      origin: '',
      concernedIds: [],
      institutionId: null,
      files,
      documentIds: [],
    })
    return arrived.ok ? ok({ receivedAt: own.now }) : arrived
  })
}
