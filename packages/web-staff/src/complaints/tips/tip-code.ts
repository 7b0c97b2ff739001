import { TIP_CODE_BYTES, tipCodeOf } from '@anpei/domain/complaints'

export const KEPT_OUT = '选中的人和他们的上级查不到这件举报。'

/** Made here, so that no answer of the server ever holds it. */
export function newTipCode(): string {
  return tipCodeOf(crypto.getRandomValues(new Uint8Array(TIP_CODE_BYTES)))
}
