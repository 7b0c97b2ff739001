/** Particulars change only maker–checker (ORG-05, CUS-01): before and after are shown to a second person. */
import { z } from 'zod'
import { Can, Day, Id, Instant, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import { personParams } from './persons.ts'

/** Only what is given changes; `null` clears a phone or address. */
export const Particulars = z
  .object({
    name: Text(50).optional(),
    idNumber: Text(30).optional(),
    phone: MaybeText(30).nullable().optional(),
    address: MaybeText(200).nullable().optional(),
    villageCode: z
      .string()
      .regex(/^\d{12}$/, '请选择村居')
      .optional(),
    diedOn: Day.nullable().optional(),
    lacksCapacity: z.boolean().optional(),
  })
  .meta({ id: 'Particulars' })
export type Particulars = z.output<typeof Particulars>

/** Field, its Chinese name, values before and after. */
const ChangedField = z.object({ field: z.string(), title: z.string(), before: z.string(), after: z.string() })

export const PersonChange = z
  .object({
    id: Id,
    personId: Id,
    personName: z.string(),
    reason: z.string(),
    state: z.enum(['waiting', 'confirmed', 'rejected', 'withdrawn']),
    /** Masked. */
    fields: z.array(ChangedField),
    madeBy: z.string(),
    madeAt: Instant,
    checkedBy: z.string().nullable(),
    checkedAt: Instant.nullable(),
    comment: z.string().nullable(),
    can: Can,
  })
  .meta({ id: 'PersonChange', description: '客户资料更正' })
export type PersonChange = z.output<typeof PersonChange>

const changeParams = z.object({ changeId: Id })

export const proposePersonChange = route({
  id: 'proposePersonChange',
  method: 'POST',
  path: '/api/persons/:personId/changes',
  permission: 'person.edit',
  summary: '提出更正（第二人复核后生效）',
  params: personParams,
  body: z.object({ particulars: Particulars, reason: Text(300) }),
  answer: PersonChange,
})
export const listPersonChanges = route({
  id: 'listPersonChanges',
  method: 'GET',
  path: '/api/person-changes',
  permission: 'person.read',
  summary: '待复核的资料更正',
  sensitive: true,
  query: PageQuery.extend({
    personId: Id.optional(),
    state: z.enum(['waiting', 'confirmed', 'rejected', 'withdrawn']).optional(),
  }),
  answer: page(PersonChange),
})
export const confirmPersonChange = route({
  id: 'confirmPersonChange',
  method: 'POST',
  path: '/api/person-changes/:changeId/confirm',
  permission: 'person.check',
  summary: '复核通过',
  params: changeParams,
  body: z.object({ comment: MaybeText(300).default('') }),
  answer: PersonChange,
})
export const rejectPersonChange = route({
  id: 'rejectPersonChange',
  method: 'POST',
  path: '/api/person-changes/:changeId/reject',
  permission: 'person.check',
  summary: '退回更正',
  params: changeParams,
  body: z.object({ comment: Text(300) }),
  answer: PersonChange,
})
/** What waits is compared with what was shown: a mask would hide the digit that is wrong. */
export const revealPersonChange = route({
  id: 'revealPersonChange',
  method: 'POST',
  path: '/api/person-changes/:changeId/reveal',
  permission: 'person.check',
  summary: '复核时查看改前、改后的原值（须写明理由）',
  params: changeParams,
  body: z.object({ reason: Text(200) }),
  answer: z.object({ fields: z.array(ChangedField) }),
})
