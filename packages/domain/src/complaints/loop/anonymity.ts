/**
 * CMP-13, CMP-14: a case enters the library when nobody can be found by it: none of its names, numbers, telephones,
 * addresses, villages, offices and sums stands in the text, nor anything that looks like a number of a person, nor an
 * exact day: day and sum together find the claim. Spaces, dashes and wide characters hide nothing. A second person
 * reads it as well.
 */
import { ok, refuse, type Decision } from '../../kernel/index.ts'

export type KnownOfCase = {
  readonly names: readonly string[]
  /** Of the case, the claim, the policy, identity papers. */
  readonly numbers: readonly string[]
  readonly phones: readonly string[]
  readonly addresses: readonly string[]
  readonly villages: readonly string[]
  readonly offices: readonly string[]
  /** What was paid, to be paid or promised, in fen. */
  readonly sumsFen: readonly number[]
}

const WORDS = {
  names: '姓名',
  numbers: '编号',
  phones: '电话',
  addresses: '地址',
  villages: '村居',
  offices: '网点',
} as const

const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['电话', /(?<!\d)1[3-9]\d{9}(?!\d)/],
  ['电话', /(?<!\d)0\d{9,11}(?!\d)/],
  ['证件或账户号码', /\d{15,}/],
  ['案件编号', /[A-Za-z]\d{12}/],
  ['邮箱', /[\w.+]+@[\w.]+/],
  ['具体日期', /(?<!\d)\d{1,2}月\d{1,2}[日号]/],
  ['具体日期', /[一二三四五六七八九十]月(初[一二三四五六七八九十]|[一二三四五六七八九十廿]{1,3}[日号])/],
  ['具体日期', /(?<!\d)20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/],
]

/** The kinds of marks found, each once, in words. */
export function marksIn(text: string, known: KnownOfCase): readonly string[] {
  const plain = plainOf(text)
  const named = Object.entries(WORDS).flatMap(([kind, word]) => {
    const given = keyed(known, kind)
    return given
      .flatMap(kind === 'addresses' ? piecesOf : kind === 'villages' ? stemsOf : (one) => [one])
      .some((one) => {
        const mark = plainOf(one)
        return mark.length >= 2 && plain.includes(mark)
      })
      ? [word]
      : []
  })
  const shaped = SHAPES.flatMap(([word, shape]) => (shape.test(plain) ? [word] : []))
  const called = known.names.some((name) => callsBySurname(plain, name)) ? ['姓名'] : []
  const sums = known.sumsFen.some((fen) => tellsSum(plain, fen)) ? ['金额'] : []
  return [...new Set([...named, ...called, ...shaped, ...sums])]
}

const TITLES = '(某|先生|女士|小姐|老师|阿姨|阿婆|阿公|阿伯|老伯|伯伯|大爷|大妈|大叔|大姐|奶奶|爷爷|婆婆|老人|家)'

/** 陈阿姨, 陈某; of a name of four characters also the first two. */
function callsBySurname(plain: string, name: string): boolean {
  const surnames = name.length >= 4 ? [name.slice(0, 1), name.slice(0, 2)] : [name.slice(0, 1)]
  return surnames.some((one) => /^\p{Script=Han}+$/u.test(one) && new RegExp(`${one}${TITLES}`).test(plain))
}

const FEN_OF_THOUSAND_YUAN = 100_000

/** Whole thousands stand in every policy and find nobody. */
function tellsSum(plain: string, fen: number): boolean {
  if (fen <= 0 || fen % FEN_OF_THOUSAND_YUAN === 0) return false
  const [yuan = '', cents = ''] = (fen / 100).toFixed(2).split('.')
  return new RegExp(`(?<!\\d)${yuan}${cents === '00' ? '(00)?' : cents}(元|块)`).test(plain)
}

function keyed(known: KnownOfCase, kind: string): readonly string[] {
  const { sumsFen: _sums, ...words } = known
  const lists: Readonly<Record<string, readonly string[]>> = words
  return lists[kind] ?? []
}

export function decideAnonymous(text: string, known: KnownOfCase): Decision<null> {
  const marks = marksIn(text, known)
  return marks.length === 0 ? ok(null) : refuse('library.not_anonymous', { marks: marks.join('、') })
}

/** The second person has not written it. */
export function decideLibraryCheck(
  actorId: string,
  writerId: string,
  publish: boolean,
  comment: string,
): Decision<null> {
  if (actorId === writerId) return refuse('library.own_case')
  return !publish && comment === '' ? refuse('library.reason_missing') : ok(null)
}

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_·.,，。、/()]+/g, '')
}

/** 潮南区峡山街道练南村12号: also what is left of it without the town, and its street or village. */
function piecesOf(address: string): string[] {
  const pieces = plainOf(address).split(/(?<=[省市区县镇乡道村路巷街里])/)
  return [address, ...pieces.filter((piece) => /[村路巷里]$/.test(piece) && piece.length >= 3)]
}

/** 练南村, 练南村民委员会, 练南社区居委会: 练南 stands for all. */
function stemsOf(village: string): string[] {
  const stem = village.replace(/(村民委员会|社区居民委员会|居民委员会|村委会|居委会|社区|村)$/, '')
  return stem.length >= 2 ? [stem] : [village]
}
