import type { getTelephone } from '@anpei/contract/service-desk'
import type { Answer } from '@anpei/contract/kernel'
import { CALL_LINES } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { lineOf } from './store-calls.ts'
import { recordingHosts, signingSystem, telephoneOf } from './store-telephone.ts'

/** Names of secrets that are set, never the secrets. */
export async function telephoneView(tx: Tx): Promise<Answer<typeof getTelephone>> {
  const { tenantId } = tx.actor
  const [{ lines, extensions }, signing, hosts] = await Promise.all([
    telephoneOf(tx),
    signingSystem(tx.db, tx.vault, tenantId),
    recordingHosts(tx),
  ])
  return {
    lines: lines.map((one) => ({ ...one, line: lineOf(one.line), lineWord: CALL_LINES[lineOf(one.line)] })),
    extensions: [...extensions],
    paths: {
      own: '/api/desk/phone/calls',
      tccc: '/api/desk/phone/tccc?action=cdr&version=1',
      twilio: `/api/desk/phone/${tenantId}/twilio`,
      menu: '/api/desk/phone/menu',
      twilioMenu: `/api/desk/phone/${tenantId}/twilio/menu`,
    },
    recordingHosts: hosts,
    twilio: { callbackUrl: signing?.callbackUrl ?? '', tokenSet: signing !== null },
  }
}
