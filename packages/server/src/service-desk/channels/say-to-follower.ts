/**
 * SRV-12: what the machine says to a follower of the WeChat account: it leaves by a job, in its order, and names what a
 * person keeps: until when somebody answers, and outside hours from when somebody looks.
 */
import { momentWords, piecesOf } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { contactRegister } from '../../notifications/index.ts'
import { dutyOf } from '../duty.ts'
import type { Received } from '../receive-message.ts'
import { requestOfConversation } from '../store-conversations.ts'
import { GUIDE_TASK } from './guide-task.ts'
import { noteMachineWords } from './note-machine-words.ts'
import { saveGuide, waitingOf, type Guide } from './store-guide.ts'

/** By its calendar people are on duty for what is written. */
const DUTY = 'T02'

/**
 * A picture or a voice is answered as words are: the first of a request by its number, and one that WeChat would not
 * give by asking for it again.
 */
export async function answerMedia(
  tx: Tx,
  guide: Guide,
  received: Received,
  { word, isHere }: { readonly word: string; readonly isHere: boolean },
): Promise<void> {
  if (received.isRepeat || (isHere && !received.isNew)) return
  const about = isHere ? `您发的${word}收到了。` : `您发的${word}没能从微信取到，请再发一次，或者打字告诉我们。`
  const words = `【自动回复】${about}${received.isNew ? await handedWords(tx, guide, received) : ''}`
  await noteMachineWords(tx, received.requestId, words)
  const waiting = [...guide.waiting, ...waitingOf(piecesOf(words))]
  await sayToFollower(tx, { ...guide, requestId: received.requestId, waiting })
}

/** What was promised, in the words of a person who keeps it: until when, and outside hours from when. */
export async function handedWords(tx: Tx, { keyHash }: Guide, { requestNo }: Received): Promise<string> {
  const [request, { onDuty, dutyFrom }] = await Promise.all([
    requestOfConversation(tx, { channel: 'wechat', keyHash }),
    dutyOf(tx, DUTY),
  ])
  const { hotline } = contactRegister()
  const latest = request?.dueAt ? `，最迟${momentWords(request.dueAt)}前由专人回复您` : '，由专人回复您'
  const when = onDuty
    ? '现在有客服在班'
    : dutyFrom === null
      ? '现在没有客服在班'
      : `现在不是上班时间，${momentWords(dutyFrom)}起有客服来看`
  return `已转给客服，编号 ${requestNo}。${when}${latest}。急事请打 ${hotline}（24 小时有人接）。`
}

export async function sayToFollower(tx: Tx, guide: Guide): Promise<void> {
  const follower = guide.keyHash.toString('hex')
  tx.enqueue({ task: GUIDE_TASK, payload: { follower }, queue: `guide:${follower}` })
  await saveGuide(tx, guide)
}
