/**
 * SRV-02, SRV-03: what a follower of the WeChat account says is a message to the desk; the thread is the follower. A
 * picture or a voice lies with WeChat for three days: it is fetched by a job, because WeChat waits five seconds for us.
 * Words meet the guided assistant on their way (SRV-12).
 */
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { AssistantDoors } from '../../knowledge/index.ts'
import type { WechatSaid } from '../../notifications/index.ts'
import { guideFollower } from './guide-follower.ts'
import { MEDIA_TASK } from './media-task.ts'
import { keepMediaArrival } from './store-media.ts'

export const hearWechat =
  (progress: AssistantDoors['progress']) =>
  async (tx: Tx, said: WechatSaid): Promise<void> => {
    const { messageNo, openId, text, media } = said
    const receivedAt: Instant = said.saidAt > 0 ? new Date(said.saidAt * 1000).toISOString() : tx.now
    if (!media) {
      const words = text.trim() === '' ? '（空白消息）' : text
      return guideFollower(tx, { messageNo, openId, text: words, receivedAt }, progress)
    }
    const told = { messageNo, openId, text, mediaId: media.id, sort: media.sort }
    const arrivalId = await keepMediaArrival(tx, receivedAt, told)
    if (arrivalId) tx.enqueue({ task: MEDIA_TASK, payload: { arrivalId } })
  }
