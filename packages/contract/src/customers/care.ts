/** Care for a person (CUS-04) and the household (CUS-02): marks with source and period, what follows from them. */
import { CARE_SOURCES, HOUSEHOLD_RELATIONS } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'
import { CareMark, personParams } from './persons.ts'

export const CareSource = keysOf(CARE_SOURCES)
export const HouseholdRelation = keysOf(HOUSEHOLD_RELATIONS)

const CareMarkView = z
  .object({
    id: Id,
    mark: CareMark,
    word: z.string(),
    source: CareSource,
    sourceWord: z.string(),
    note: z.string(),
    fromOn: Day,
    /** Until when it will probably hold. */
    untilOn: Day.nullable(),
    recordedBy: z.string(),
    recordedAt: Instant,
    endedOn: Day.nullable(),
    endedBy: z.string().nullable(),
  })
  .meta({ id: 'CareMark', description: '关怀标记' })
export type CareMarkView = z.output<typeof CareMarkView>

export const CareView = z
  .object({
    personId: Id,
    /** In force first, then those that ended, newest first. */
    marks: z.array(CareMarkView),
    steering: z.object({
      /** By age, never typed. */
      elder: z.boolean(),
      rank: z.int(),
      phoneFirst: z.boolean(),
      never: z.array(z.string()),
      homeVisit: z.boolean(),
      largeType: z.boolean(),
      adviserDue: z.boolean(),
      contactDays: z.int().nullable(),
      hints: z.array(z.string()),
    }),
    can: Can,
  })
  .meta({ id: 'Care', description: '怎样照顾这位客户' })
export type CareView = z.output<typeof CareView>

export const getCare = route({
  id: 'getCare',
  method: 'GET',
  path: '/api/persons/:personId/care',
  permission: 'care.read',
  summary: '客户的关怀标记和怎样说话',
  sensitive: true,
  params: personParams,
  answer: CareView,
})
export const recordCareMark = route({
  id: 'recordCareMark',
  method: 'POST',
  path: '/api/persons/:personId/care-marks',
  permission: 'care.write',
  summary: '登记关怀标记（谁说的、从哪天起）',
  params: personParams,
  body: z.object({
    mark: CareMark,
    source: CareSource,
    fromOn: Day,
    untilOn: Day.nullable().default(null),
    note: MaybeText(300).default(''),
  }),
  answer: CareView,
})
export const endCareMark = route({
  id: 'endCareMark',
  method: 'POST',
  path: '/api/care-marks/:markId/end',
  permission: 'care.write',
  summary: '结束关怀标记',
  params: z.object({ markId: Id }),
  body: z.object({ endedOn: Day }),
  answer: CareView,
})

export const HouseholdTie = z
  .object({
    id: Id,
    other: z.object({ id: Id, name: z.string(), age: z.int(), phoneMasked: z.string(), died: z.boolean() }),
    /** What the other is to this person. */
    relation: HouseholdRelation,
    word: z.string(),
    fromOn: Day,
    toOn: Day.nullable(),
    recordedBy: z.string(),
  })
  .meta({ id: 'HouseholdTie', description: '家庭成员' })
export type HouseholdTie = z.output<typeof HouseholdTie>
const Household = z.object({ ties: z.array(HouseholdTie), can: Can })

export const getHousehold = route({
  id: 'getHousehold',
  method: 'GET',
  path: '/api/persons/:personId/household',
  permission: 'person.read',
  summary: '客户的家庭成员',
  sensitive: true,
  params: personParams,
  answer: Household,
})
export const tieHousehold = route({
  id: 'tieHousehold',
  method: 'POST',
  path: '/api/persons/:personId/household',
  permission: 'care.write',
  summary: '登记家庭成员',
  params: personParams,
  body: z.object({ otherId: Id, relation: HouseholdRelation, fromOn: Day }),
  answer: Household,
})
export const untieHousehold = route({
  id: 'untieHousehold',
  method: 'POST',
  path: '/api/persons/:personId/household/:tieId/end',
  permission: 'care.write',
  summary: '结束家庭关系',
  params: personParams.extend({ tieId: Id }),
  body: z.object({ toOn: Day, reason: Text(300) }),
  answer: Household,
})
