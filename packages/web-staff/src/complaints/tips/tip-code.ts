import { TIP_CODE_BYTES, tipCodeOf } from '@anpei/domain/complaints'

/** Made here, so that no answer of the server ever holds it. */
export function newTipCode(): string {
  return tipCodeOf(crypto.getRandomValues(new Uint8Array(TIP_CODE_BYTES)))
}
