/** One message as its reader would see it: a text message, a WeChat card, a mail. */
import type { listStandInDeliveries } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import type { ReactElement } from 'react'
import { Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Delivery = Answer<typeof listStandInDeliveries>['items'][number]

export function Message({ of }: { of: Delivery }): ReactElement {
  return (
    <article className="nt-message" data-channel={of.channel}>
      <header>
        <Tag tone={of.channel === 'wechat' ? 'green' : 'blue'}>{of.channelWord}</Tag>{' '}
        <span className="ap-num">{of.recipientMasked}</span>
        <time dateTime={of.at}>{instantText(of.at)}</time>
      </header>
      <p>{of.text}</p>
    </article>
  )
}
