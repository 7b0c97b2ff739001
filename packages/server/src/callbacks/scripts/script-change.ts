/** CBK-02, ORG-05: what happens when the second person confirms a new version of what is asked. */
import { createHash } from 'node:crypto'
import { FOLLOW_UPS, IDENTITY_POINTS, parseScript, type Question, type Script } from '@anpei/domain/callbacks'
import { ok, refuse, startOfDay, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from '../../identity/index.ts'
import { datedScripts } from './scripts-now.ts'
import { insertScriptVersion } from './store-scripts.ts'

export const SCRIPT_CHANGE = 'callback.script'

/** Of the old version and of the new one together. */
const MOST_QUESTIONS = 40
const questionField = (at: number): string => `question${String(at).padStart(2, '0')}`

const kind: ChangeKind = {
  zh: '回访问题新版',
  check: 'callback.lead',
  labels: {
    name: '名称',
    validFrom: '启用日期',
    opening: '开场白',
    identity: '先核对',
    closing: '结束语',
    reason: '理由',
    ...Object.fromEntries(Array.from({ length: MOST_QUESTIONS }, (_, at) => [questionField(at), '问题'])),
  },
  apply: publish,
}

export const callbackChangeKinds: ChangeKinds = new Map([[SCRIPT_CHANGE, kind]])

/** Changes are told apart by ids; a script has a code. */
export function scriptSubjectId(code: string): string {
  const hex = createHash('sha256').update(`callback_script:${code}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** Two versions as the second person reads them: the same question of both in one line, with its place. */
export function wordsOfBoth(before: Script, after: Script) {
  const codes = [...new Set([...after.questions, ...before.questions].map((one) => one.code))]
  return [wordsOf(before, codes), wordsOf(after, codes)] as const
}

function wordsOf({ name, opening, closing, identity, questions }: Script, codes: readonly string[]) {
  const asked = questions.map(
    (one, at) => [questionField(codes.indexOf(one.code)), `${at + 1}. ${lineOf(one)}`] as const,
  )
  return {
    name,
    opening: opening.replace('{caller}', '（回访人姓名）'),
    identity: identity.map((point) => IDENTITY_POINTS[point]),
    closing,
    ...Object.fromEntries(asked.toSorted(([one], [other]) => (one < other ? -1 : 1))),
  }
}

function lineOf({ text, must, choices }: Question): string {
  const words = choices.map((one) => {
    const opens = one.opens === null ? '' : `→${FOLLOW_UPS[one.opens]}`
    return `${one.text}${one.detail ? '（要写明）' : ''}${opens}`
  })
  return `${text}${must ? '' : '（可不答）'}${words.length === 0 ? '' : `：${words.join('／')}`}`
}

async function publish(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const parsed = parseScript(change.sealed)
  if (!parsed.ok) return parsed
  const script = parsed.value
  const newest = (await datedScripts(tx)).find((one) => one.script.code === script.code)
  if (newest?.script.version !== script.version - 1) return refuse('request.stale')
  const wished = startOfDay(String(change.after['validFrom']))
  // A call that goes on is never asked what nobody had confirmed yet.
  const validFrom = wished > tx.now ? wished : tx.now
  const said = { validFrom, reason: String(change.after['reason']), madeBy: change.madeBy }
  if (!(await insertScriptVersion(tx, script, said))) return refuse('request.stale')
  tx.record({
    name: 'callback.script_published',
    subject: { kind: 'callback_script', id: change.subjectId },
    facts: { code: script.code, name: script.name, version: script.version, changeId: change.id },
  })
  return ok(null)
}
