/** Families for tests: they prove their phone with the code that was really sent. */
import { addPapers, completeFile, createReport, getClaim, judgePapers } from '@anpei/contract/claims'
import { portalHandInConsent, portalLinkPerson, portalSendCode } from '@anpei/contract/portal'
import { nobody } from '@anpei/domain/kernel'
import sharp from 'sharp'
import { systemWrite } from '../http/index.ts'
import { lastCodeId } from '../identity/index.ts'
import { phoneTextOf } from '../notifications/index.ts'
import { testPeople, type Caller, type World } from '../testing/index.ts'

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
    method: 'POST',
    url: '/api/portal/sign-in',
    headers: { 'idempotency-key': `sign-in-${phone}` },
    payload: { phone, code: await codeSentTo(world, phone) },
  })
  const token = answer.cookies.find((cookie) => cookie.name === 'anpei_session')?.value
  if (!token) throw new Error(`${phone} could not sign in: ${answer.body}`)
  return world.with({ cookie: `anpei_session=${token}` }, phone)
}

/** A white picture: a real JPEG. */
async function photo(): Promise<Blob> {
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  return new Blob([new Uint8Array(bytes)])
}

export async function part(code: string, name = 'photo.jpg', file?: Blob) {
  return { field: `file:${code}`, file: file ?? (await photo()), name }
}

export const NOT_A_CLAIM = '01936f00-0000-7000-8000-000000000001'

/** A hospital claim of 陈秀英, herself signed in and linked, beside 林玉兰, who has nothing to do with it. */
export async function openFamilyCase(world: World) {
  const { chen, lin } = testPeople
  const service = await world.as('service1')
  const own = await familyOf(world, chen.phone)
  const stranger = await familyOf(world, lin.phone)
  await own(portalLinkPerson, { body: { name: chen.name, idNumber: chen.idNumber } })
  await stranger(portalLinkPerson, { body: { name: lin.name, idNumber: lin.idNumber } })
  const opened = await service(createReport, {
    body: {
      statedName: chen.name,
      statedIdNumber: chen.idNumber,
      channel: 'hotline',
      register: true,
      reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
      accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
    },
  })
  return { service, own, stranger, claimId: opened.claims[0]?.id ?? '' }
}

/** Every paper in, looked at and accepted: the case waits to be assessed. */
export async function reviewCase(world: World, service: Caller, claimId: string): Promise<void> {
  await fileCase(service, claimId)
  await judgeCase(world, claimId)
}

/** Every paper in: the review begins. */
export async function fileCase(service: Caller, claimId: string): Promise<void> {
  const params = { claimId }
  const { documents } = await service(getClaim, { params })
  const files = await Promise.all(documents.filter((item) => item.required).map((item) => part(item.code)))
  await service(addPapers, { params, body: { channel: 'counter' } }, { files })
  await service(completeFile, { params })
}

export async function judgeCase(world: World, claimId: string): Promise<void> {
  const params = { claimId }
  const assessor = await world.as('assessor1')
  const papers = (await assessor(getClaim, { params })).documents.flatMap((item) => item.papers)
  await assessor(judgePapers, {
    params,
    body: {
      finish: true,
      verdicts: papers.map((paper) => ({
        documentId: paper.id,
        verdict: 'accepted' as const,
        checks: { real: true, complete: true, compliant: true },
      })),
    },
  })
}

/** A consent of 林玉兰 for her daughter, unless said otherwise. */
export async function handIn(caller: Caller, change: object = {}, files = true) {
  const { lin } = testPeople
  return caller(
    portalHandInConsent,
    {
      body: {
        name: lin.name,
        idNumber: lin.idNumber,
        ownName: '林小红',
        relation: 'child',
        untilOn: '2027-05-01',
        ...change,
      },
    },
    { files: files ? [await part('consent')] : [] },
  )
}
