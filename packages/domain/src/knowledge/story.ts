/**
 * SRV-06: what people write is often no question: they tell what happened. Who tells of an accident and asks nothing is
 * shown how it is reported and which papers it needs; the words of the tale lead, its places and names say little.
 */
import { normalise } from './normalise.ts'

/** Heads of the dictionary that an accident is told with. */
const HAPPENED: readonly string[] = ['=跌倒', '=车祸', '=伤着', '=高空坠物', '=身故']
const IN_HOSPITAL = /住院|医院|手术|开刀|病房/
/** Said at the end of a tale, it asks for nothing in particular. */
const WHAT_NOW = /(?:该|要)?(?:怎么办|咋办|怎么弄|怎么处理|怎样办|如何是好)(?:呢|啊|呀)?/g
const ASKS =
  /[?？吗呢]|怎|什么|多少|几|哪|谁|何|咋|能不能|能|可以|要不要|有没有|算|是不是|会不会|赔|领|报销|查|多久|投诉|鉴定|证明/
const SHORTEST = 6

type Intent = { readonly term: string; readonly weight: number }

/** What somebody who tells of an accident wants to know; none, where something is asked or no accident is told. */
export function storyIntents(question: string, terms: ReadonlySet<string>): readonly Intent[] {
  const told = normalise(question).replace(WHAT_NOW, '')
  if (told.length < SHORTEST || ASKS.test(told) || !HAPPENED.some((head) => terms.has(head))) return []
  const dead = terms.has('=身故')
  return [
    { term: '=报案', weight: dead ? 1.5 : 3 },
    { term: '=资料', weight: 1 },
    ...(dead ? [{ term: '=申请', weight: 1.5 }] : []),
    ...(!dead && IN_HOSPITAL.test(told)
      ? [
          { term: '=住院津贴', weight: 1.5 },
          { term: '=住院', weight: 1 },
        ]
      : []),
  ]
}
