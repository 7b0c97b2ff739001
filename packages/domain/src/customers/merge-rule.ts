/**
 * CUS-01: before two records become one, whoever merges them sees what differs and says that it was looked at; where
 * neither name nor birthday nor number speaks for one person, they are two until one record has been corrected, by a
 * second person as every correction. A merge moves cover, cases and accounts, so a namesake must not slip through.
 * Where both are covered by one programme on the same day the premium is paid twice (PRG-06), which is said as well.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { doubleReasons, namesAreAlike } from './doubles.ts'

export const MERGE_DIFFERENCES = {
  id_number: '身份证号不同',
  name: '姓名不同',
  birthday: '出生日期不同',
  age: '年龄不同',
  sex: '性别不同',
  death: '身故登记不同',
  double_cover: '同一方案各有一份保障',
} as const
export type MergeDifference = keyof typeof MERGE_DIFFERENCES

/** What a merge can bring along, by the kind of its subject in the log. */
export const MERGE_BRINGS = {
  cover: '保障',
  payee_account: '收款账户',
  proxy: '家属授权',
  person: '先前并入的资料',
  report: '报案',
  claim: '赔案',
  request: '服务单',
  complaint: '投诉',
  visit: '上门服务',
  callback: '回访',
  enrolment: '参保申请',
  introduction: '产品介绍',
  consent: '同意',
  data_request: '个人信息请求',
} as const

export type MergePerson = {
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly birthOn: Day
  readonly diedOn: Day | null
  readonly idNumber: string
  /** What is known today; the last covered day, empty until something ends it. */
  readonly covers: readonly MergeCover[]
}
export type MergeCover = { readonly programmeId: string; readonly fromOn: Day; readonly toOn: Day | null }

/** Covers of one programme that share a day, side by side. */
export function doubledCovers<C extends MergeCover>(one: readonly C[], other: readonly C[]): readonly [C, C][] {
  return one.flatMap((mine) =>
    other.filter((theirs) => shareADay(mine, theirs)).map((theirs): [C, C] => [mine, theirs]),
  )
}

function shareADay(one: MergeCover, other: MergeCover): boolean {
  const begins = (late: MergeCover, early: MergeCover) => early.toOn === null || late.fromOn <= early.toOn
  return one.programmeId === other.programmeId && begins(one, other) && begins(other, one)
}

export function mergeDifferences(one: MergePerson, other: MergePerson): MergeDifference[] {
  const differs: Readonly<Record<MergeDifference, boolean>> = {
    id_number: one.idNumber !== other.idNumber,
    name: one.name !== other.name,
    birthday: one.birthOn !== other.birthOn,
    age: one.birthOn.slice(0, 4) !== other.birthOn.slice(0, 4),
    sex: one.sex !== other.sex,
    death: one.diedOn !== other.diedOn,
    double_cover: doubledCovers(one.covers, other.covers).length > 0,
  }
  const found: MergeDifference[] = []
  for (const what of ALL) if (differs[what]) found.push(what)
  return found
}

const ALL = [
  'id_number',
  'name',
  'birthday',
  'age',
  'sex',
  'death',
  'double_cover',
] as const satisfies readonly MergeDifference[]

/** Nothing speaks for one person: another name, another birthday, and a number no slip of the pen explains. */
export function areStrangers(one: MergePerson, other: MergePerson): boolean {
  const alike = namesAreAlike(one.name, other.name) || one.birthOn === other.birthOn
  return !alike && doubleReasons({ ...one, samePhone: false }, other).length === 0
}

/** `seen`: the differences the person who merges was shown and has looked at. */
export function decideMerge(
  survivor: MergePerson,
  merged: MergePerson,
  seen: readonly MergeDifference[],
): Decision<readonly MergeDifference[]> {
  if (areStrangers(survivor, merged)) return refuse('customers.merge_not_alike')
  const differences = mergeDifferences(survivor, merged)
  const unseen = differences.filter((one) => !seen.includes(one))
  if (unseen.length > 0) {
    return refuse('customers.merge_differs', { differences: unseen.map((one) => MERGE_DIFFERENCES[one]).join('、') })
  }
  return ok(differences)
}
