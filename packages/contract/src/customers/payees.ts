/**
 * Payee accounts (CUS-05, ORG-05): one person proposes, another confirms; changing = a new account, the old one
 * retired.
 */
import { PAYEE_RELATIONS, payeeLifecycle } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import { personParams } from './persons.ts'

export const PayeeRelation = keysOf(PAYEE_RELATIONS)
export const PayeeState = keysOf(payeeLifecycle.states)

export const PayeeView = z
  .object({
    id: Id,
    personId: Id,
    personName: z.string(),
    holderName: z.string(),
    relation: PayeeRelation,
    relationWord: z.string(),
    basis: z.string().nullable(),
    bank: z.string().nullable(),
    accountMasked: z.string(),
    state: PayeeState,
    stateWord: z.string(),
    madeBy: z.string().nullable(),
    madeAt: Instant,
    checkedBy: z.string().nullable(),
    checkedAt: Instant.nullable(),
    madeByMe: z.boolean(),
    /** `customers.account_luhn`: the check digit of the card does not fit; a passbook has none. */
    warnings: z.array(z.string()),
    can: Can,
  })
  .meta({ id: 'PayeeAccount', description: '收款账户' })
export type PayeeView = z.output<typeof PayeeView>

const payeeParams = z.object({ payeeId: Id })

export const listPayees = route({
  id: 'listPayees',
  method: 'GET',
  path: '/api/persons/:personId/payees',
  permission: 'person.read',
  summary: '客户的收款账户',
  sensitive: true,
  params: personParams,
  answer: z.object({ payees: z.array(PayeeView) }),
})
export const waitingPayees = route({
  id: 'waitingPayees',
  method: 'GET',
  path: '/api/payees/waiting',
  permission: 'payee.confirm',
  summary: '待复核的收款账户',
  sensitive: true,
  query: PageQuery,
  answer: page(PayeeView),
})
export const proposePayee = route({
  id: 'proposePayee',
  method: 'POST',
  path: '/api/persons/:personId/payees',
  permission: 'payee.propose',
  summary: '登记收款账户（第二人复核后可用）',
  params: personParams,
  body: z.object({
    holderName: Text(50),
    relation: PayeeRelation,
    account: Text(50),
    bank: MaybeText(60).default(''),
    /** Of a holder who is not the insured: then the register knows in which roles he stands (CUS-01). */
    holderIdNumber: MaybeText(30).default(''),
    /** For `other`: the documented lawful basis. */
    basis: MaybeText(300).default(''),
    /** The account this one takes the place of. */
    replaces: Id.nullable().default(null),
  }),
  answer: PayeeView,
})
export const confirmPayee = route({
  id: 'confirmPayee',
  method: 'POST',
  path: '/api/payees/:payeeId/confirm',
  permission: 'payee.confirm',
  summary: '复核收款账户（登记人之外的第二人）',
  params: payeeParams,
  answer: PayeeView,
})
export const rejectPayee = route({
  id: 'rejectPayee',
  method: 'POST',
  path: '/api/payees/:payeeId/reject',
  permission: 'payee.confirm',
  summary: '退回收款账户',
  params: payeeParams,
  body: z.object({ reason: Text(300) }),
  answer: PayeeView,
})
export const retirePayee = route({
  id: 'retirePayee',
  method: 'POST',
  path: '/api/payees/:payeeId/retire',
  permission: 'payee.propose',
  summary: '停用收款账户',
  params: payeeParams,
  body: z.object({ reason: Text(300) }),
  answer: PayeeView,
})
export const revealPayee = route({
  id: 'revealPayee',
  method: 'POST',
  path: '/api/payees/:payeeId/reveal',
  permission: 'person.reveal',
  summary: '查看完整账号（须写明理由）',
  params: payeeParams,
  body: z.object({ reason: Text(200) }),
  answer: z.object({ account: z.string() }),
})
