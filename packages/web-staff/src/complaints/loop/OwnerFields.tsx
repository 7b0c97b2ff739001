/** Owner and day of a 整改. */
import { getImprovementChoices } from '@anpei/contract/complaints'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { DayInput, Field } from '../../kit/index.ts'

export function useOwners(): { value: string; label: string }[] {
  const owners = useCall(getImprovementChoices, {}).shown?.owners ?? []
  return owners.map(({ id, name }) => ({ value: id, label: name }))
}

export function OwnerFields(): ReactElement {
  const owners = useOwners()
  return (
    <>
      <Field name="ownerId" label="负责人" required help="被投诉的人及其上级不能负责。">
        <Select showSearch={{ optionFilterProp: 'label' }} options={owners} />
      </Field>
      <Field name="dueOn" label="完成日期" required>
        <DayInput />
      </Field>
    </>
  )
}
