/**
 * CMP-12: what complaints of different people have in common that one household or chance seldom explains (代理退保 and
 * the like): the telephone, the proxy, the bank account named, the address, the wording. A signal says why it is shown
 * and decides nothing: a person does, and no clock, class or category moves by it.
 */
import { maskAccount, maskPhone } from '../../customers/index.ts'
import { alikeGroups } from './wording.ts'

export const LINK_SIGNALS = {
  phone: '同一电话',
  proxy: '同一代理人',
  account: '同一银行账号',
  address: '同一地址',
  wording: '雷同的字句',
} as const
export type LinkSignal = keyof typeof LINK_SIGNALS

export const LINK_VERDICTS = { linked: '关联', apart: '不关联' } as const
export type LinkVerdict = keyof typeof LINK_VERDICTS

export type Trace = {
  readonly id: string
  /** The insured person it is about, where we know one. */
  readonly personId: string | null
  readonly proxy: boolean
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly words: string
}
export type Signal = {
  readonly kind: LinkSignal
  readonly complaintIds: readonly string[]
  /** Why it is shown, in a sentence. */
  readonly reason: string
}

/** A couple or a child complains from one telephone and one address: from three people on it is worth a look. */
const LEAST_PEOPLE = { phone: 3, proxy: 2, account: 2, address: 3, wording: 2 } as const

/** Strongest first: by how many people share it. */
export function signalsAmong(traces: readonly Trace[]): readonly Signal[] {
  const found = [
    ...sharing(traces, 'phone', ({ phone }) => [phone], maskPhone),
    ...sharing(
      traces,
      'proxy',
      ({ proxy, name }) => [proxy ? name : ''],
      (name) => name,
    ),
    ...sharing(traces, 'account', ({ words }) => accountsIn(words), maskAccount),
    ...sharing(
      traces,
      'address',
      ({ address }) => [plain(address)],
      (address) => address,
    ),
    ...alike(traces),
  ]
  return found.sort((a, b) => b.complaintIds.length - a.complaintIds.length || (a.reason < b.reason ? -1 : 1))
}

function sharing(
  traces: readonly Trace[],
  kind: Exclude<LinkSignal, 'wording'>,
  keysOf: (trace: Trace) => readonly string[],
  show: (key: string) => string,
): readonly Signal[] {
  const groups = new Map<string, Trace[]>()
  for (const trace of traces) {
    for (const key of new Set(keysOf(trace))) if (key !== '') groups.set(key, [...(groups.get(key) ?? []), trace])
  }
  return [...groups].flatMap(([key, group]) => {
    const people = peopleIn(group, kind === 'proxy')
    if (people < LEAST_PEOPLE[kind]) return []
    const shared = show(key)
    const reason =
      kind === 'proxy'
        ? `${people} 位不同的被保险人由同一人（${shared}）代理`
        : `${people} 位不同的投诉人有${LINK_SIGNALS[kind]}（${shared}）`
    return [{ kind, complaintIds: group.map((one) => one.id), reason }]
  })
}

function alike(traces: readonly Trace[]): readonly Signal[] {
  return alikeGroups(traces).flatMap(({ members, share }) => {
    const people = peopleIn(members, false)
    if (people < LEAST_PEOPLE.wording) return []
    const much = share === 1 ? '字句完全相同（日期、数字除外）' : `至少 ${Math.floor(share * 100)}% 字句相同`
    const reason = `${people} 位不同的投诉人的陈述${much}`
    return [{ kind: 'wording' as const, complaintIds: members.map((one) => one.id), reason }]
  })
}

/** How many different people: one who complains again is a matter for merging. */
function peopleIn(group: readonly Trace[], insured: boolean): number {
  const keys = group.map((one) => (insured ? (one.personId ?? one.id) : (one.personId ?? (one.name || one.id))))
  return new Set(keys).size
}

/** Twelve to nineteen digits in a row that are no ID number. */
function accountsIn(words: string): readonly string[] {
  const joined = words.replace(/(?<=\d)[ -](?=\d)/g, '')
  return (joined.match(/(?<![\dA-Za-z])\d{12,19}(?![\dXx])/g) ?? []).filter((digits) => !isIdNumber(digits))
}

function isIdNumber(digits: string): boolean {
  return digits.length === 18 && /^\d{6}(18|19|20)\d{2}(0[1-9]|1[0-2])/.test(digits)
}

function plain(text: string): string {
  return text.replace(/[\s，,。.]+/g, '')
}
