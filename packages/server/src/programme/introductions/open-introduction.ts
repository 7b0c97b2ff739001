/** SRV-07: an introduction begins: for a person of the register, or for somebody known by name and telephone only. */
import type { IntroductionView, openIntroduction as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { parseName, parsePhone } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { personScope } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { productsOf } from './products.ts'
import { insertIntroduction } from './store-introductions.ts'
import { introductionAnswer } from './views-introductions.ts'

export async function openIntroduction(tx: Tx, { body }: Input<typeof route>): Promise<Decision<IntroductionView>> {
  const products = await productsOf(tx, body.products)
  if (!products.ok) return products
  const whom = body.personId === null ? strangerOf(body) : await personOf(tx, body.personId)
  if (!whom.ok) return whom
  const id = newId()
  const introductionNo = await tx.app.numbers.draw(tx.db, 'introduction', tx.now)
  await insertIntroduction(tx, {
    id,
    introductionNo,
    personId: body.personId,
    compared: products.value.map(({ versionId }) => versionId),
    secret: {
      ...whom.value,
      needs: null,
      recommendation: null,
      explainedNote: '',
      asked: '',
      confirmation: null,
      application: null,
      answer: null,
    },
  })
  const subject = { kind: 'introduction', id }
  tx.record({ name: 'introduction.opened', subject, personId: body.personId, facts: { introductionNo } })
  return introductionAnswer(tx, id)
}

type Whom = { readonly name: string; readonly phone: string }

function strangerOf(said: Whom): Decision<Whom> {
  const name = parseName(said.name)
  if (!name.ok) return name
  const phone = said.phone === '' ? null : parsePhone(said.phone)
  if (phone && !phone.ok) return phone
  return ok({ name: name.value, phone: phone?.value.phone ?? '' })
}

/** Name and telephone are read from the register whenever they are shown. */
async function personOf(tx: Tx, personId: string): Promise<Decision<Whom>> {
  const { rows } = await sql`select from person p where p.tenant_id = ${tx.actor.tenantId} and p.id = ${personId}
    and p.merged_into is null and ${personScope(tx.actor, 'introduction.make')}`.execute(tx.db)
  return rows.length === 1 ? ok({ name: '', phone: '' }) : refuse('request.not_found')
}
