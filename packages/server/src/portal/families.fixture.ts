/** Families for tests: they prove their phone with the code that was really sent. */
import { portalSendCode } from '@anpei/contract/portal'
import { nobody } from '@anpei/domain/kernel'
import { systemWrite } from '../http/index.ts'
import { lastCodeId } from '../identity/index.ts'
import { phoneTextOf } from '../notifications/index.ts'
import type { Caller, World } from '../testing/index.ts'

/** The code of the newest message to this phone. */
export async function codeSentTo(world: World, phone: string): Promise<string> {
  const text = await systemWrite(world.app, nobody(1, 'test'), async (tx) => {
    const id = await lastCodeId(tx, phone)
    return id ? phoneTextOf(tx, id) : null
  })
  const code = text?.match(/\d{6}/)?.[0]
  if (!code) throw new Error(`no code was sent to ${phone}`)
  return code
}

export async function familyOf(world: World, phone: string): Promise<Caller> {
  await world.anyone(portalSendCode, { body: { phone } })
  const answer = await world.server.inject({
    method: 'POST', url: '/api/portal/sign-in', headers: { 'idempotency-key': `sign-in-${phone}` },
    payload: { phone, code: await codeSentTo(world, phone) },
  })
  const token = answer.cookies.find((cookie) => cookie.name === 'anpei_session')?.value
  if (!token) throw new Error(`${phone} could not sign in: ${answer.body}`)
  return world.with({ cookie: `anpei_session=${token}` }, phone)
}
