/** Whom a complaint is about: they never see it and are never given it (CMP-05). */
import { listComplaintColleagues, type listTipColleagues } from '@anpei/contract/complaints'
import { Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Field, clearable } from '../kit/index.ts'

type Props = {
  /** Whoever may not register complaints asks by a right of their own. */
  readonly route?: typeof listComplaintColleagues | typeof listTipColleagues
  readonly label?: string
  readonly help?: string
}

export function ColleaguesField({ route = listComplaintColleagues, label, help }: Props): ReactElement {
  const [q, setQ] = useState('')
  const found = useCall<typeof listComplaintColleagues | typeof listTipColleagues>(route, { query: q ? { q } : {} })
  const people = found.shown?.people ?? []
  return (
    <Field
      name="concernedIds"
      label={label ?? '被投诉的本公司人员'}
      help={help ?? '选中的人查不到这件投诉；本人及其上级不能承办、联系、办结。'}
    >
      <Select
        mode="multiple"
        placeholder="没有就不选"
        loading={found.isFetching}
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={people.map((one) => ({ value: one.id, label: `${one.name}　${one.post}　${one.institution}` }))}
      />
    </Field>
  )
}

/** An institution of ours. */
export function InstitutionField({ name, label, help }: { name: string; label: string; help?: string }): ReactElement {
  const institutions = useCall(listComplaintColleagues, { query: {} }).shown?.institutions ?? []
  return (
    <Field name={name} label={label} help={help}>
      <Select
        allowClear={clearable}
        placeholder="没有就不选"
        showSearch={{ optionFilterProp: 'label' }}
        options={institutions.map(({ id, name: label }) => ({ value: id, label }))}
      />
    </Field>
  )
}
