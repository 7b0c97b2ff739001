/** Chooses another complaint by its number, telephone or the customer's name. */
import { listComplaints } from '@anpei/contract/complaints'
import { Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { clearable } from '../kit/index.ts'
import { useCall } from '../client/index.ts'

type Props = {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (id: string | undefined) => void
  readonly exceptId: string
  readonly personId?: string | undefined
}

export function ComplaintPick({ id, value, onChange, exceptId, personId }: Props): ReactElement {
  const [q, setQ] = useState('')
  const asked = q.trim().length >= 2
  const narrowed = asked ? { q: q.trim() } : personId ? { personId } : {}
  const found = useCall(listComplaints, { query: { whose: 'all', sort: 'newest', limit: 20, ...narrowed } })
  const rows = (found.shown?.items ?? []).filter((row) => row.id !== exceptId)
  return (
    <Select<string>
      {...(id ? { id } : {})}
      value={value ?? null}
      allowClear={clearable}
      loading={found.isFetching}
      placeholder="投诉编号、电话或客户姓名"
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent="没有找到"
      options={rows.map((row) => ({ value: row.id, label: `${row.complaintNo}　${row.name}　${row.stateWord}` }))}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  )
}
