/**
 * SRV-12: a follower's words meet the guided assistant: menus by number, and at any step a person, who gets all that
 * was said. Own words are a message to the desk as ever, whose promise runs until a person answers (SLA §2 rule 11);
 * the machine says so, and outside hours from when somebody will look.
 */
import type { Instant } from '@anpei/domain/kernel'
import { decideGuiding, piecesOf, type RequestKind } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { assistTurn, type AssistantDoors, type Turned } from '../../knowledge/index.ts'
import { contactRegister } from '../../notifications/index.ts'
import { transcriptOf } from '../chat/transcript.ts'
import type { Received } from '../receive-message.ts'
import { requestOfConversation } from '../store-conversations.ts'
import { noteMachineWords } from './note-machine-words.ts'
import { handedWords, sayToFollower } from './say-to-follower.ts'
import { lockGuide, saveGuide, waitingOf, type Guide } from './store-guide.ts'
import { takeIn } from './take-in.ts'

export type FollowerSaid = {
  readonly messageNo: string
  readonly openId: string
  readonly text: string
  readonly receivedAt: Instant
}

/** Who was gone longer begins anew. */
const DIALOGUE_MS = 24 * 3_600_000
const LONGEST_TURN = 300
/** On a telephone. */
const MOST_ARTICLES = 2

export async function guideFollower(tx: Tx, said: FollowerSaid, progress: AssistantDoors['progress']): Promise<void> {
  const guide = await lockGuide(tx, said.openId)
  const hash = tx.vault.lookupHash('token', `wechat:${said.messageNo}`)
  if (guide.heard.some((one) => one.equals(hash))) return
  const request = await requestOfConversation(tx, { channel: 'wechat', keyHash: guide.keyHash })
  const isSame = request !== null && request.id === guide.requestId
  const stood = isSame ? guide : { ...guide, answers: 0, handed: false }
  const heard: Guide = { ...stood, heard: [...guide.heard, hash], touchedAt: tx.now }
  const guiding = decideGuiding({ ...stood, state: request?.state ?? null, text: said.text })
  if (guiding.by === 'person') {
    const { requestId } = await toDesk(tx, said)
    return saveGuide(tx, { ...heard, requestId })
  }
  const isOld = Date.parse(tx.now) - Date.parse(guide.touchedAt) > DIALOGUE_MS
  let handed: Received | null = null
  const turned = await assistTurn(
    tx,
    {
      session: isOld || guiding.menu ? null : guide.dialogueId,
      channel: 'wechat',
      answersLeft: guiding.answersLeft,
      ...(guiding.menu ? {} : { text: said.text.slice(0, LONGEST_TURN) }),
    },
    {
      // Tries are counted by follower: one who guesses closes no door to the others.
      progress: (own, caseNo, idNumber) => progress(asFollower(own, guide), caseNo, idNumber),
      handOver: async (own, dialogue) => {
        handed = await toDesk(own, said, transcriptOf(dialogue.lines))
        return handedWords(own, guide, handed)
      },
    },
  )
  // Nothing is lost over a machine that will not.
  if (!turned.ok) {
    const { requestId } = await toDesk(tx, said)
    return saveGuide(tx, { ...heard, requestId, dialogueId: null })
  }
  const taken = handed ?? (await passOn(tx, said, turned.value))
  const promised = taken && !handed ? await handedWords(tx, guide, taken) : ''
  const words = wordsOf(turned.value, promised)
  if (taken) await noteMachineWords(tx, taken.requestId, words)
  await sayToFollower(tx, {
    ...heard,
    dialogueId: turned.value.session,
    requestId: taken?.requestId ?? (isSame ? guide.requestId : null),
    answers: heard.answers + (turned.value.asked ? 1 : 0),
    handed: heard.handed || handed !== null || turned.value.report !== null,
    waiting: [...guide.waiting, ...waitingOf(piecesOf(words))],
  })
}

function asFollower(tx: Tx, { keyHash }: Guide): Tx {
  return { ...tx, actor: { ...tx.actor, source: `wechat:${keyHash.toString('hex').slice(0, 32)}` } }
}

/** Own words, and an accident that was told by numbers: both are for people, whatever the machine says to them. */
async function passOn(tx: Tx, said: FollowerSaid, { asked, report, lines }: Turned): Promise<Received | null> {
  if (report) return toDesk(tx, said, transcriptOf(lines), 'report')
  return asked ? toDesk(tx, said) : null
}

function toDesk(tx: Tx, said: FollowerSaid, transcript?: string, kind: RequestKind = 'enquiry'): Promise<Received> {
  return takeIn(tx, {
    channel: 'wechat',
    messageId: said.messageNo,
    conversationKey: said.openId,
    from: { openid: said.openId },
    receivedAt: said.receivedAt,
    ...(transcript === undefined ? {} : { subject: kind === 'report' ? '助手接报' : '助手转人工' }),
    text: transcript ?? said.text,
    files: [],
    automatic: false,
    kind,
  })
}

function wordsOf({ says, articles, choices, report, human }: Turned, promised: string): string {
  const { portal } = contactRegister()
  const lines = report ? [`点开就能报案：${new URL('/portal/report', portal).href}`, '您刚才说的也记下了。'] : says
  const found = articles
    .slice(0, MOST_ARTICLES)
    .map(({ id, title, excerpt }) => `《${title}》\n${excerpt}\n${new URL(`/portal/ask/${id}`, portal).href}`)
  const menu = choices.map((word, index) => `${index + 1} ${word}`)
  return [
    ...lines,
    ...found,
    ...(human ? [human.said] : []),
    ...(promised === '' ? [] : [promised]),
    ...(human || menu.length === 0 ? [] : ['——', ...menu, '请回复数字，或者直接打字。回复“人工”找人。']),
  ].join('\n')
}
