/** Who answers for a duty: department, a person, and who stands in (RPT-06). */
import { viewOrganisation } from '@anpei/contract/identity'
import { assignStandingDuty } from '@anpei/contract/reporting'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { StaffPick } from '../claims/index.ts'
import { useCall, useCommand } from '../client/index.ts'
import { Field, SaveDialog, clearable } from '../kit/index.ts'

type Named = { readonly id: string; readonly name: string } | null
type Duty = {
  readonly code: string
  readonly name: string
  readonly department: Named
  readonly owner: Named
  readonly deputy: Named
}
type Values = { departmentId?: string; ownerId: string; deputyId?: string; reason: string }

export function AssignDialog({ duty, onClose }: { duty: Duty; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const assign = useCommand(assignStandingDuty)
  const organisation = useCall(viewOrganisation, {})
  const save = async ({ departmentId, ownerId, deputyId, reason }: Values): Promise<void> => {
    const body = { departmentId: departmentId ?? null, ownerId, deputyId: deputyId ?? null, reason }
    if (await assign.run({ params: { dutyCode: duty.code }, body })) onClose()
  }
  const initial: Values = {
    ownerId: duty.owner?.id ?? '',
    reason: '',
    ...(duty.department ? { departmentId: duty.department.id } : {}),
    ...(duty.deputy ? { deputyId: duty.deputy.id } : {}),
  }
  return (
    <SaveDialog<Values>
      title={`“${duty.name}”由谁负责`}
      open
      okText="保存"
      busy={assign.busy}
      fault={assign.fault ?? organisation.error}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="没有办结的各期一并交给新的责任人；责任人请假时由代办人办理。"
    >
      <Field name="departmentId" label="责任部门">
        <Select
          allowClear={clearable}
          loading={organisation.isPending}
          options={(organisation.shown?.departments ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="ownerId" label={`责任人（现在：${duty.owner?.name ?? '未指定'}）`} required>
        <StaffPick />
      </Field>
      <Field name="deputyId" label={`代办人（现在：${duty.deputy?.name ?? '未指定'}）`}>
        <StaffPick />
      </Field>
      <Field name="reason" label="原因">
        <Input maxLength={300} />
      </Field>
    </SaveDialog>
  )
}
