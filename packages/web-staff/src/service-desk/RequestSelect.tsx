/** Chooses another request: those of the same customer first, others by number, phone or name. */
import { listRequests, type RequestView } from '@anpei/contract/service-desk'
import { Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { clearable } from '../kit/index.ts'
import { useCall } from '../client/index.ts'

type Props = {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (id: string | undefined) => void
  readonly request: RequestView
  /** Ended ones as well. */
  readonly all?: boolean
}

export function RequestSelect({ id, value, onChange, request, all = false }: Props): ReactElement {
  const [q, setQ] = useState('')
  const typed = q.trim()
  const which = { limit: 20, sort: 'newest', ...(all ? {} : { state: 'open' as const }) } as const
  const query = typed.length >= 2 ? { ...which, q: typed } : { ...which, personId: request.person?.id }
  const asked = typed.length >= 2 || request.person !== null
  const found = useCall(listRequests, { query }, { enabled: asked })
  const others = asked ? (found.shown?.items ?? []).filter((one) => one.id !== request.id) : []
  return (
    <Select<string>
      {...(id ? { id } : {})}
      value={value ?? null}
      allowClear={clearable}
      loading={found.isFetching}
      placeholder="编号、电话或姓名"
      notFoundContent={found.error?.message ?? '没有找到'}
      options={others.map((one) => ({
        value: one.id,
        label: `${one.requestNo}　${one.name}　${one.subject || one.kindWord}（${one.stateWord}）`,
      }))}
      showSearch={{ filterOption: false, onSearch: setQ }}
      onChange={(next: string | undefined) => onChange?.(next ?? undefined)}
    />
  )
}
