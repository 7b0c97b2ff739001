/** What the paper says about itself: postmark and number of a letter, number and date of an authority's sheet. */
import type { ChannelName } from '@anpei/domain/service-desk'
import { Input } from 'antd'
import type { ReactElement } from 'react'
import { DayInput, Field } from '../kit/index.ts'

export type OriginValues = {
  postmarkOn?: string
  trackingNo?: string
  sheetNo?: string
  sender?: string
  answerBy?: string
}

export function OriginFields({ channel }: { channel: ChannelName | undefined }): ReactElement | null {
  if (channel === 'letter' || channel === 'fax')
    return (
      <div className="ap-fields">
        {channel === 'letter' ? (
          <Field name={['origin', 'postmarkOn']} label="邮戳日">
            <DayInput />
          </Field>
        ) : null}
        <Field name={['origin', 'trackingNo']} label={channel === 'letter' ? '邮件号' : '传真流水号'}>
          <Input maxLength={40} />
        </Field>
      </div>
    )
  if (channel !== 'regulator') return null
  return (
    <div className="ap-fields">
      <Field name={['origin', 'sheetNo']} label="转办单编号" required>
        <Input maxLength={60} />
      </Field>
      <Field name={['origin', 'sender']} label="来文单位">
        <Input maxLength={80} placeholder="12378、12345、信访等" />
      </Field>
      <Field name={['origin', 'answerBy']} label="单上要求答复的日期">
        <DayInput />
      </Field>
    </div>
  )
}

export function originOf(told: OriginValues | undefined) {
  if (!told) return null
  const { postmarkOn, trackingNo = '', sheetNo = '', sender = '', answerBy } = told
  return { postmarkOn: postmarkOn ?? null, trackingNo, sheetNo, sender, answerBy: answerBy ?? null }
}
