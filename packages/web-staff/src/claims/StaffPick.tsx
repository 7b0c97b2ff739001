/** Chooses a colleague by name; absent colleagues are marked. */
import { listStaff } from '@anpei/contract/identity'
import { Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { clearable } from '../kit/index.ts'
import { useCall } from '../client/index.ts'

type Props = { id?: string; value?: string; onChange?: (id: string | undefined) => void }

export function StaffPick({ id, value, onChange }: Props): ReactElement {
  const [search, setSearch] = useState('')
  const staff = useCall(listStaff, { query: { limit: 50, ...(search ? { search } : {}) } })
  const options = (staff.shown?.items ?? []).map((one) => ({
    value: one.id,
    label: [one.name, one.post, one.institution.name, one.absentUntil === null ? '' : `请假至 ${one.absentUntil}`].join(
      '　',
    ),
  }))
  return (
    <Select<string>
      {...(id ? { id } : {})}
      value={value ?? null}
      options={options}
      allowClear={clearable}
      loading={staff.isFetching}
      placeholder="姓名或岗位"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      notFoundContent={staff.error?.message ?? '没有找到'}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  )
}
