/** Chooses what was asked about, by groups. */
import { listTopics } from '@anpei/contract/service-desk'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'

type Props = {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (code: string) => void
  readonly busy?: boolean
}

export function TopicSelect({ id, value, onChange, busy = false }: Props): ReactElement {
  const topics = useCall(listTopics, {}).shown?.items ?? []
  const groups = [...new Set(topics.map((one) => one.groupName))].map((label) => ({
    label,
    title: label,
    options: topics.filter((one) => one.groupName === label).map(({ code, name }) => ({ value: code, label: name })),
  }))
  return (
    <Select<string>
      {...(id ? { id } : { 'aria-label': '主题' })}
      className="dk-topic"
      placeholder="客户问的是什么"
      value={value ?? null}
      options={groups}
      loading={busy}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(code) => onChange?.(code)}
    />
  )
}
