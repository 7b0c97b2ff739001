/** Products explained to the family, on its phone (SRV-07). */
import type { portalIntroductions as route } from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { introductionsToRead } from '../programme/index.ts'
import { lentForIntroductions } from './introductions.ts'

export async function listOwnIntroductions(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  return ok({ introductions: await introductionsToRead(await lentForIntroductions(tx)) })
}
