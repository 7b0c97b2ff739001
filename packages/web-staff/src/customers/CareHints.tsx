/** At the head of a person's page: what needs care, and how to talk, before anything is said (CUS-04). */
import { getCare } from '@anpei/contract/customers'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Tag } from '../kit/index.ts'

const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  sms: '短信',
  wechat: '微信',
  email: '邮件',
  voice: '电话',
}

export function CareHints({ personId }: { personId: string }): ReactElement | null {
  const care = useCall(getCare, { params: { personId } }).shown
  if (!care) return null
  const { steering } = care
  const marks = care.marks.filter((one) => one.endedOn === null)
  if (marks.length === 0 && !steering.elder) return null
  const never = steering.never.map((channel) => CHANNEL_WORDS[channel] ?? channel)
  return (
    <section className="cu-hints" aria-label="怎样照顾这位客户">
      <p className="ap-row">
        {steering.elder ? <Tag tone="blue">60 岁以上</Tag> : null}
        {marks.map((one) => (
          <Tag key={one.id} tone="amber">
            {one.word}
          </Tag>
        ))}
        {steering.phoneFirst ? <Tag tone="teal">先打电话</Tag> : null}
        {steering.homeVisit ? <Tag tone="teal">可约上门</Tag> : null}
        {steering.largeType ? <Tag>用大字</Tag> : null}
        {never.length > 0 ? <Tag tone="red">不用{never.join('、')}</Tag> : null}
      </p>
      <ul>
        {steering.hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </section>
  )
}
