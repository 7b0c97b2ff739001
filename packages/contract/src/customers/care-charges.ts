/** 客户关怀小组 (CUS-04): who is in charge of whom while a case is open, contacts due and made, hand-over, caseload. */
import { CONTACT_WAYS } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import { CareMark, personParams } from './persons.ts'

export const ContactWay = keysOf(CONTACT_WAYS)
const Named = z.object({ id: Id, name: z.string() })
const chargeParams = z.object({ chargeId: Id })

export const CareChargeRow = z
  .object({
    id: Id,
    person: Named,
    age: z.int(),
    villageName: z.string().nullable(),
    phoneMasked: z.string(),
    careMarks: z.array(CareMark),
    adviser: Named.nullable(),
    deputy: Named.nullable(),
    everyDays: z.int(),
    nextContactOn: Day,
    overdue: z.boolean(),
    since: Instant,
    endedAt: Instant.nullable(),
    /** The last contact that was made, whether or not the person was reached. */
    lastContactAt: Instant.nullable(),
  })
  .meta({ id: 'CareChargeRow' })
export type CareChargeRow = z.output<typeof CareChargeRow>

export const CareChargeView = CareChargeRow.extend({
  cases: z.array(z.object({ kind: z.enum(['report', 'claim', 'complaint']), id: Id, openedAt: Instant })),
  contacts: z.array(
    z.object({
      id: Id,
      way: ContactWay,
      wayWord: z.string(),
      reached: z.boolean(),
      note: z.string(),
      madeBy: z.string(),
      madeAt: Instant,
    }),
  ),
  can: Can,
}).meta({ id: 'CareCharge', description: '关怀顾问' })
export type CareChargeView = z.output<typeof CareChargeView>

export const personCharge = route({
  id: 'personCharge',
  method: 'GET',
  path: '/api/persons/:personId/care-charge',
  permission: 'care.read',
  summary: '这位客户的关怀顾问与联系计划',
  sensitive: true,
  params: personParams,
  answer: z.object({ charge: CareChargeView.nullable() }),
})
export const listCareCharges = route({
  id: 'listCareCharges',
  method: 'GET',
  path: '/api/care-charges',
  permission: 'care.read',
  summary: '关怀名单：最该联系的在前',
  sensitive: true,
  query: PageQuery.extend({
    /** `me`, `none` (nobody is named) or a colleague's id. */
    adviser: z.string().max(40).optional(),
    /** Contact due today or before. */
    due: z.stringbool().optional(),
  }),
  answer: page(CareChargeRow),
})
export const careBoard = route({
  id: 'careBoard',
  method: 'GET',
  path: '/api/care-board',
  permission: 'care.read',
  summary: '关怀小组：每位顾问的人数和逾期联系',
  answer: z.object({
    advisers: z.array(Named.extend({ absent: z.boolean(), people: z.int(), due: z.int(), overdue: z.int() })),
    unassigned: z.int(),
    can: Can,
  }),
})
export const recordCareContact = route({
  id: 'recordCareContact',
  method: 'POST',
  path: '/api/care-charges/:chargeId/contacts',
  permission: 'care.write',
  summary: '登记一次联系和下次联系的日子',
  params: chargeParams,
  body: z.object({
    way: ContactWay,
    reached: z.boolean(),
    note: MaybeText(500).default(''),
    /** Left out: tomorrow when not reached, else by the plan. */
    nextContactOn: Day.nullable().default(null),
  }),
  answer: CareChargeView,
})
export const nameAdviser = route({
  id: 'nameAdviser',
  method: 'POST',
  path: '/api/care-charges/:chargeId/adviser',
  permission: 'care.lead',
  summary: '指定或更换顾问（交接须写明原因）',
  params: chargeParams,
  body: z.object({ adviserId: Id, deputyId: Id.nullable().default(null), reason: Text(300) }),
  answer: CareChargeView,
})
