/** What the tests of introductions share: one opened for a stranger or a person, and one brought up to each stage. */
import { findPersons } from '@anpei/contract/customers'
import {
  confirmIntroduction,
  explainProduct,
  listProducts,
  openIntroduction,
  prepareIntroduction,
  recommendProduct,
  signCoverApplication,
  type IntroductionView,
} from '@anpei/contract/programme'
import { idCheckCharacter } from '@anpei/domain/customers'
import sharp from 'sharp'
import type { World } from '../../testing/index.ts'

export const BINDING = ['cover', 'exclusion', 'limit'] as const
export const idNumber = `44052419500101661${idCheckCharacter('44052419500101661')}`
export const paramsOf = (one: IntroductionView) => ({ introductionId: one.id })

export async function newestProduct(world: World): Promise<string> {
  const { products } = await (await world.as('service1'))(listProducts, {})
  return products[0]?.versionId ?? ''
}

export async function personIdOf(world: World, q: string): Promise<string> {
  const { items } = await (await world.as('service1'))(findPersons, { body: { q } })
  return items[0]?.id ?? ''
}

/** For 林阿公, who does not stand in the register, unless a person is given. */
export async function openedFor(world: World, personId: string | null = null): Promise<IntroductionView> {
  const service = await world.as('service1')
  const products = [await newestProduct(world)]
  const whom = personId === null ? { name: '林阿公', phone: '13800006655' } : {}
  return service(openIntroduction, { body: { personId, products, ...whom } })
}

export async function prepared(world: World, one: IntroductionView): Promise<IntroductionView> {
  const service = await world.as('service1')
  const answers = { death: 'yes', hospital_allowance: 'yes', budget: '100', payer: 'self', decides: 'self' }
  const products = one.products.map(({ versionId }) => versionId)
  return service(prepareIntroduction, { params: paramsOf(one), body: { products, version: 1, answers } })
}

export async function explained(world: World, one: IntroductionView): Promise<IntroductionView> {
  const service = await world.as('service1')
  const versionId = one.products[0]?.versionId ?? ''
  const body = { versionId, channel: 'on_site', sections: [...BINDING], note: '逐条念给老人听' } as const
  return service(explainProduct, { params: paramsOf(one), body: { ...body, sections: [...BINDING] } })
}

/** A drawn line, or a white picture. */
export async function signature(drawn = true) {
  const line = drawn ? '<rect width="90" height="60"/>' : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120">${line}</svg>`
  const png = await sharp(Buffer.from(svg)).png().toBuffer()
  return { files: [{ field: 'signature', file: new Blob([new Uint8Array(png)]), name: 'signature.png' }] }
}

export async function confirmed(world: World, one: IntroductionView): Promise<IntroductionView> {
  const service = await world.as('service1')
  const body = { way: 'screen', signer: 'self', signerName: one.name, understood: [...BINDING] } as const
  return service(
    confirmIntroduction,
    { params: paramsOf(one), body: { ...body, understood: [...BINDING] } },
    await signature(),
  )
}

/** Recommended, explained, confirmed and signed. */
export async function applied(world: World): Promise<IntroductionView> {
  const service = await world.as('service1')
  const ready = await prepared(world, await openedFor(world))
  const body = { versionId: ready.proposal?.versionId ?? null, reasons: '保费低，保他最担心的' }
  const advised = await service(recommendProduct, { params: paramsOf(ready), body })
  const agreed = await confirmed(world, await explained(world, advised))
  const form = { idNumber, applicant: '本人', beneficiary: '法定继承人' }
  return service(signCoverApplication, { params: paramsOf(agreed), body: form }, await signature())
}
