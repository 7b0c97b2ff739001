/**
 * SRV-03: fetches the picture, voice or film of a WeChat message and hands both to the desk. WeChat away: tried again
 * after 1, 2, 4 … minutes; what it will not give, or not in time, is taken in with the words that something was sent,
 * so that the message is never lost over its picture.
 */
import { systemActor, type Instant } from '@anpei/domain/kernel'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import type { JobPayload } from '../../jobs/index.ts'
import { wechatAccount } from '../../notifications/index.ts'
import { MEDIA_TASK } from './media-task.ts'
import { answerMedia } from './say-to-follower.ts'
import { lockGuide } from './store-guide.ts'
import { countTry, forgetMediaArrival, lockMediaArrival, type MediaArrival, type MediaTold } from './store-media.ts'
import { takeIn } from './take-in.ts'

const MOST_TRIES = 8
const WORDS = { image: '图片', voice: '语音', video: '视频' } as const
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'audio/amr': 'amr',
  'voice/speex': 'speex',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
}
const OF_SORT = { image: 'jpg', voice: 'amr', video: 'mp4' } as const

type Fetched = { readonly bytes: Buffer; readonly mediaType: string } | { readonly gone: string } | 'later'

export async function fetchMedia(app: App, { tenantId, ...payload }: JobPayload): Promise<void> {
  const id = String(payload['arrivalId'])
  const actor = systemActor(tenantId, 'channel:wechat')
  const arrival = await systemWrite(app, actor, (tx) => lockMediaArrival(tx, id))
  if (!arrival) return
  const fetched = await fetchFrom(app, tenantId, arrival)
  await systemWrite(app, actor, async (tx) => {
    // Another worker may have taken it in meanwhile.
    if (!(await lockMediaArrival(tx, id))) return
    if (fetched === 'later') {
      await countTry(tx, id)
      tx.enqueue({ task: MEDIA_TASK, payload: { arrivalId: id }, runAt: after(tx.now, 2 ** arrival.tries) })
      return
    }
    await take(tx, arrival, fetched)
    await forgetMediaArrival(tx, id)
  })
}

async function fetchFrom(app: App, tenantId: number, { told, tries }: MediaArrival): Promise<Fetched> {
  const account = await wechatAccount(app, tenantId)
  if (!account) return { gone: '公众号没有设置开发者密码，无法下载' }
  try {
    const media = await account.api.media(told.mediaId)
    return 'bytes' in media ? media : { gone: `微信已不能提供（${media.code}）` }
  } catch {
    return tries + 1 < MOST_TRIES ? 'later' : { gone: '多次没能从微信下载' }
  }
}

async function take(tx: Tx, { told, arrivedAt }: MediaArrival, fetched: Exclude<Fetched, 'later'>): Promise<void> {
  const word = WORDS[told.sort]
  const isHere = 'bytes' in fetched
  const note = isHere ? `（${word}）` : `（客户发来${word}，${fetched.gone}）`
  // In the order in which words of the follower are heard.
  const guide = await lockGuide(tx, told.openId)
  const received = await takeIn(tx, {
    channel: 'wechat',
    messageId: told.messageNo,
    conversationKey: told.openId,
    from: { openid: told.openId },
    receivedAt: arrivedAt,
    text: told.text === '' ? note : `${told.text}\n${note}`,
    files: isHere ? [{ name: nameOf(told, fetched.mediaType), bytes: fetched.bytes }] : [],
    automatic: false,
  })
  await answerMedia(tx, guide, received, { word, isHere })
}

function nameOf({ sort }: MediaTold, mediaType: string): string {
  const plain = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  return `微信${WORDS[sort]}.${ENDINGS[plain] ?? OF_SORT[sort]}`
}

function after(now: Instant, minutes: number): Instant {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
