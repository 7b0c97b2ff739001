/**
 * CBK-02: nothing is asked before it is known who is on the telephone. At least two points are said right; what can be
 * compared with the register (birthday, last four of the ID number) is compared by the machine, so that nobody has to
 * show the caller a number. Of a complainant who is not in the register, name and matter are asked.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import type { Callee, IdentityPoint } from './words.ts'

export type ToldOfCallee = {
  readonly callee: Callee
  readonly name: string
  readonly relation: string
  /** Points the caller heard and found right himself. */
  readonly heard: readonly IdentityPoint[]
  readonly birthOn: Day | null
  readonly idTail: string
}

export type KnownOfCallee = { readonly birthOn: Day; readonly idNumber: string } | null

export const LEAST_POINTS = 2
const TAIL = 4

export type CheckedCallee = { readonly points: readonly IdentityPoint[]; readonly wrong: readonly IdentityPoint[] }

const ALL: readonly IdentityPoint[] = ['name', 'birth', 'id_tail', 'home', 'case_no']

/** `asked`: what the script asks for. `wrong`: what was said and does not agree; then nobody is identified. */
export function checkCallee(
  said: ToldOfCallee,
  known: KnownOfCallee,
  asked: readonly IdentityPoint[] = ALL,
): Decision<CheckedCallee> {
  const told = {
    ...said,
    heard: said.heard.filter((point) => asked.includes(point)),
    birthOn: asked.includes('birth') ? said.birthOn : null,
    idTail: asked.includes('id_tail') ? said.idTail : '',
  }
  if (told.callee === 'family' && (told.name === '' || told.relation === '')) return refuse('callback.family_unnamed')
  const compared: readonly (readonly [IdentityPoint, boolean])[] = [
    ...(told.birthOn !== null && known ? [['birth', told.birthOn === known.birthOn] as const] : []),
    ...(told.idTail !== '' && known
      ? [['id_tail', known.idNumber.slice(-TAIL).toUpperCase() === told.idTail.toUpperCase()] as const]
      : []),
  ]
  const wrong = compared.flatMap(([point, right]) => (right ? [] : [point]))
  const right = compared.flatMap(([point, agrees]) => (agrees ? [point] : []))
  // Of what a machine can compare, an ear is not asked.
  const heard = told.heard.filter((point) => point !== 'birth' && point !== 'id_tail')
  const points = [...new Set([...heard, ...right])]
  if (wrong.length > 0) return ok({ points, wrong })
  return points.length >= LEAST_POINTS ? ok({ points, wrong }) : refuse('callback.identity_thin')
}
