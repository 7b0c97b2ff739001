/**
 * SRV-12, SLA §2 rule 11: who answers what a follower of the public account writes. The machine leads through its menus
 * and answers own words at most twice; own words reach the desk all the same, and their promise runs until a person has
 * answered: what a machine says never counts. Once a person was asked for, or works on the request, the machine is
 * silent.
 */
import { dayOfInstant, startOfDay, type Instant } from '../kernel/index.ts'
import { arrivalAt } from './arrival.ts'
import type { RequestState } from './lifecycles.ts'

export type GuideFacts = {
  /** The request the thread belongs to; null before the first. */
  readonly state: RequestState | null
  /** A person was asked for in it. */
  readonly handed: boolean
  /** Own words in it that the machine answered. */
  readonly answers: number
  readonly text: string
}
/** `menu`: begins anew with the greeting; `answersLeft`: how often own words are still answered by the machine. */
export type Guiding =
  | { readonly by: 'person' }
  | { readonly by: 'machine'; readonly menu: boolean; readonly answersLeft: number }

/** The source allows two transfers before a human; the machine gets as many answers. */
const MOST_ANSWERS = 2
const GREETING = /^(您好|你好|hi|hello|在吗|在么|有人吗|菜单|帮助|开始)$/i

export function decideGuiding({ state, handed, answers, text }: GuideFacts): Guiding {
  const open = state !== null && arrivalAt(state, false).to === 'same'
  const menu = GREETING.test(text.replace(/[\s，。！？!?,.~]/g, ''))
  if (!open) return { by: 'machine', menu, answersLeft: MOST_ANSWERS }
  // Whoever greets again waits for a person.
  if (state !== 'received' || handed || menu) return { by: 'person' }
  return { by: 'machine', menu, answersLeft: Math.max(0, MOST_ANSWERS - answers) }
}

const LONGEST_PIECE = 600

/** WeChat takes 2,048 bytes at a time: a long text leaves in pieces, parted between lines. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const line of text.split('\n').flatMap(cut)) {
    if (piece !== '' && piece.length + line.length + 1 > LONGEST_PIECE) {
      pieces.push(piece)
      piece = line
    } else piece = piece === '' ? line : `${piece}\n${line}`
  }
  return [...pieces, piece].filter((one) => one.trim() !== '')
}

function cut(line: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < line.length; at += LONGEST_PIECE) parts.push(line.slice(at, at + LONGEST_PIECE))
  return parts.length === 0 ? [''] : parts
}

/** `11月24日9:30`, as a customer is told. */
export function momentWords(at: Instant): string {
  const day = dayOfInstant(at)
  const minutes = Math.floor((Date.parse(at) - Date.parse(startOfDay(day))) / 60_000)
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${clock}`
}
