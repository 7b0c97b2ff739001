/** Cells of a decision table in words, where an expression is a plain one; any other stands as it is written. */
import { CLAIM_CLASSES, KIND_WORDS } from '@anpei/domain/claims'
import { yuan } from '../../kernel/index.ts'

const WORDS: Readonly<Record<string, string>> = {
  ...CLAIM_CLASSES,
  ...KIND_WORDS,
  undecided: '有待认定',
  none: '没有乘坐',
  private: '私家车',
  commercialRoad: '营运机动车',
  rail: '轨道交通',
  ship: '轮船',
  air: '飞机',
}
const SIGNS: Readonly<Record<string, string>> = {
  '>': '超过',
  '>=': '不少于',
  '<': '不到',
  '<=': '不超过',
  '=': '等于',
  '==': '等于',
}

export function cellWords(field: string, cell: string): string {
  const text = cell.trim()
  if (text === '') return '不限'
  if (text === 'true') return '是'
  if (text === 'false') return '否'
  const held = /^contains\(\$, ['"](\w+)['"]\)$/.exec(text)?.[1]
  if (held !== undefined) return `含${wordOf(held)}`
  const named = /^['"](\w+)['"]$/.exec(text)?.[1]
  if (named !== undefined) return wordOf(named)
  const [, from, to] = /^\[(\d+)\.\.(\d+)\]$/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return `${from} 至 ${to}`
  const [, sign = '', amount] = /^(>=|<=|==|=|>|<)?\s*(\d+)$/.exec(text) ?? []
  if (amount === undefined) return text
  const shown = field.endsWith('Fen') ? yuan(Number(amount)) : amount
  return sign === '' ? shown : `${SIGNS[sign] ?? sign} ${shown}`
}

function wordOf(code: string): string {
  return WORDS[code] ?? code
}
