/** Persons (CUS-01, CUS-02, CUS-08): find, look, reveal with a reason, merge, timeline. */
import {
  CARE_MARKS,
  DOUBLE_REASONS,
  MERGE_BRINGS,
  MERGE_DIFFERENCES,
  PERSON_ROLES,
  TIMELINE_KINDS,
} from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'

export const Sex = z.enum(['male', 'female'])
export const CareMark = keysOf(CARE_MARKS)
export const PersonRoleWire = keysOf(PERSON_ROLES)
export const personParams = z.object({ personId: Id })

export const PersonRow = z
  .object({
    id: Id,
    name: z.string(),
    sex: Sex,
    /** The year only: birthday and masked number together would give the whole number away. */
    birthYear: z.int(),
    age: z.int(),
    diedOn: Day.nullable(),
    idNumberMasked: z.string(),
    phoneMasked: z.string(),
    villageCode: z.string().nullable(),
    villageName: z.string().nullable(),
    townName: z.string().nullable(),
    careMarks: z.array(CareMark),
  })
  .meta({ id: 'PersonRow' })
export type PersonRow = z.output<typeof PersonRow>

/**
 * `q`: an ID number (15 or 18), a phone, a whole name, its beginning, or two neighbouring characters of it; it may be
 * empty where a village, a care mark or an adviser is given.
 */
export const findPersons = route({
  id: 'findPersons',
  method: 'POST',
  path: '/api/persons/find',
  permission: 'person.read',
  summary: '查找客户：身份证号、电话、姓名，或按村居、关怀标记、顾问',
  sensitive: true,
  body: PageQuery.extend({
    q: MaybeText(60).default(''),
    villageCode: z
      .string()
      .regex(/^\d{9}(\d{3})?$/)
      .nullable()
      .default(null),
    /** Only those who stand in this role now. */
    role: PersonRoleWire.nullable().default(null),
    /** Only those with this care mark in force; for who may read care. */
    mark: CareMark.nullable().default(null),
    /** Only those in the charge of this adviser now. */
    adviserId: Id.nullable().default(null),
  }),
  answer: page(PersonRow),
})

export const PersonMerge = z
  .object({
    id: Id,
    /** False: this record is the one that was merged into `other`. */
    survives: z.boolean(),
    other: z.object({ id: Id, name: z.string() }),
    differences: z.array(keysOf(MERGE_DIFFERENCES)),
    reason: z.string(),
    by: z.string(),
    at: Instant,
    /** What came with the merged record, as far as the reader may know of it; after an undo, what went back. */
    brought: z.array(z.object({ what: keysOf(MERGE_BRINGS), count: z.int() })),
    undone: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
    can: Can,
  })
  .meta({ id: 'PersonMerge', description: '合并记录' })
export type PersonMerge = z.output<typeof PersonMerge>

export const PersonView = PersonRow.extend({
  addressMasked: z.string(),
  lacksCapacity: z.boolean(),
  createdAt: Instant,
  mergedInto: Id.nullable(),
  /** Each role with its period and what it is read from; several of one kind stand beside each other. */
  roles: z.array(
    z.object({
      role: PersonRoleWire,
      word: z.string(),
      source: z.string(),
      detail: z.string(),
      fromOn: Day,
      toOn: Day.nullable(),
      about: z.object({ id: Id, name: z.string() }).nullable(),
    }),
  ),
  /** Records that may be the same person, not yet decided. */
  doubles: z.array(z.object({ id: Id, name: z.string(), reasons: z.array(keysOf(DOUBLE_REASONS)) })),
  /** A change of particulars that waits for a second person. */
  waitingChangeId: Id.nullable(),
  merges: z.array(PersonMerge),
  can: Can,
}).meta({ id: 'Person', description: '客户' })
export type PersonView = z.output<typeof PersonView>

export const getPerson = route({
  id: 'getPerson',
  method: 'GET',
  path: '/api/persons/:personId',
  permission: 'person.read',
  summary: '客户资料（脱敏）',
  sensitive: true,
  params: personParams,
  answer: PersonView,
})
/** The look and its reason stand in the audit log before the answer leaves (CUS-08). */
export const revealPerson = route({
  id: 'revealPerson',
  method: 'POST',
  path: '/api/persons/:personId/reveal',
  permission: 'person.reveal',
  summary: '查看未脱敏信息（须写明理由）',
  params: personParams,
  body: z.object({ reason: Text(200) }),
  answer: z.object({
    idNumber: z.string(),
    birthOn: Day,
    phone: z.string().nullable(),
    address: z.string().nullable(),
  }),
})
export const personTimeline = route({
  id: 'personTimeline',
  method: 'GET',
  path: '/api/persons/:personId/timeline',
  permission: 'person.read',
  summary: '客户的全部往来（一条时间线），可按种类和文字筛选',
  sensitive: true,
  params: personParams,
  query: PageQuery.extend({
    kind: keysOf(TIMELINE_KINDS).optional(),
    /** In the words of the entry, its reason, or a number in it. */
    q: z.string().trim().max(40).optional(),
  }),
  answer: page(
    z.object({
      id: Id,
      at: Instant,
      name: z.string(),
      kind: keysOf(TIMELINE_KINDS),
      title: z.string(),
      by: z.string(),
      reason: z.string().nullable(),
      subject: z.object({ kind: z.string(), id: Id }),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
})
const CoverDays = z.object({ fromOn: Day, toOn: Day.nullable() })

/** What differs between two records, before anybody makes them one. */
export const compareForMerge = route({
  id: 'compareForMerge',
  method: 'GET',
  path: '/api/persons/:personId/merge/:mergedId',
  permission: 'person.merge',
  summary: '合并前比对：哪里相同、哪里不同、能不能合并',
  sensitive: true,
  params: personParams.extend({ mergedId: Id }),
  answer: z.object({
    survivor: PersonRow,
    merged: PersonRow,
    /** Why they may be one person. */
    reasons: z.array(keysOf(DOUBLE_REASONS)),
    differences: z.array(keysOf(MERGE_DIFFERENCES)),
    /** Covers of one programme that share a day: the premium would be paid twice for one person. */
    doubledCovers: z.array(z.object({ programme: z.string(), survivor: CoverDays, merged: CoverDays })),
    /** Neither name, birthday nor number agree: refused. */
    strangers: z.boolean(),
  }),
})
/** `seen`: the differences that were looked at; one that is not named is refused. */
export const mergePersons = route({
  id: 'mergePersons',
  method: 'POST',
  path: '/api/persons/:personId/merge',
  permission: 'person.merge',
  summary: '把重复的客户并入这一位（可撤销）',
  params: personParams,
  body: z.object({
    mergedId: Id,
    reason: Text(300),
    seen: z.array(keysOf(MERGE_DIFFERENCES)).max(7).default([]),
  }),
  answer: PersonView,
})
export const undoMerge = route({
  id: 'undoMerge',
  method: 'POST',
  path: '/api/person-merges/:mergeId/undo',
  permission: 'person.merge',
  summary: '撤销合并',
  params: z.object({ mergeId: Id }),
  body: z.object({ reason: Text(300) }),
  answer: PersonView,
})
