/** What a complaint and a 举报 are both written down with: the words, when and how they came, and who says it. */
import { REQUEST_CHANNELS } from '@anpei/domain/service-desk'
import { Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { choicesOf, Field, InstantInput } from '../kit/index.ts'

type FactsProps = {
  readonly label: string
  readonly placeholder: string
  /** What stands in the request already; null: nothing, so it has to be said. */
  readonly known: string | null
}

export function FactsField({ label, placeholder, known }: FactsProps): ReactElement {
  return (
    <Field name="facts" label={label} required={known === null} wide help={known ?? ''}>
      <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={4000} placeholder={placeholder} />
    </Field>
  )
}

export function ArrivedFields(): ReactElement {
  return (
    <>
      <Field name="channel" label="渠道" required>
        <Select options={choicesOf(REQUEST_CHANNELS)} />
      </Field>
      <Field name="received" label="收到时间（不是现在才填）">
        <InstantInput />
      </Field>
    </>
  )
}

type WhoProps = {
  /** Where in the form the three stand. */
  readonly under?: string
  readonly nameHelp?: string
  readonly nameNeeded?: boolean
}

export function WhoFields({ under, nameHelp = '', nameNeeded = false }: WhoProps): ReactElement {
  const at = (name: string) => (under === undefined ? name : [under, name])
  return (
    <>
      <Field name={at('name')} label="姓名" required={nameNeeded} help={nameHelp}>
        <Input maxLength={40} />
      </Field>
      <Field name={at('phone')} label="电话">
        <Input maxLength={30} inputMode="tel" />
      </Field>
      <Field name={at('address')} label="通讯地址">
        <Input maxLength={200} />
      </Field>
    </>
  )
}
