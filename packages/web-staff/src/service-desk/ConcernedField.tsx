/** Whom a complaint or a tip is about: they never see it. */
import type { RequestKind } from '@anpei/domain/service-desk'
import { listDeskColleagues } from '@anpei/contract/service-desk'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Field } from '../kit/index.ts'

export function isSensitive(kind: RequestKind | undefined): boolean {
  return kind === 'complaint' || kind === 'appeal' || kind === 'tip'
}

export function ConcernedField(): ReactElement {
  const colleagues = useCall(listDeskColleagues, {}).shown?.items ?? []
  return (
    <Field name="concernedIds" label="涉及的本公司人员" help="选中的人看不到这张服务单。">
      <Select
        mode="multiple"
        placeholder="没有就不选"
        showSearch={{ optionFilterProp: 'label' }}
        options={colleagues.map(({ id, name, institution }) => ({ value: id, label: `${name}　${institution}` }))}
      />
    </Field>
  )
}
