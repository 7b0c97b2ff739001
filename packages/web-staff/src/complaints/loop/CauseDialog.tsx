/** Names the cause of a complaint at its exact place; what the claim says of it stands there already (CMP-13). */
import { getImprovementChoices, nameRootCause, type ComplaintLoop } from '@anpei/contract/complaints'
import { LOOP_STEPS, ROOT_CAUSES, ROOT_GROUPS, type LoopStep, type RootCause } from '@anpei/domain/complaints'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Field, SaveDialog, clearable } from '../../kit/index.ts'

type Props = { readonly complaintId: string; readonly loop: ComplaintLoop; readonly onClose: () => void }
type Values = {
  step?: LoopStep
  rootCause?: RootCause
  programmeId?: string | null
  institutionId?: string | null
  why: string
}
export const STEP_CHOICES = Object.entries(LOOP_STEPS).map(([value, { zh }]) => ({ value, label: zh }))
/** Grouped: 人员 › 不熟悉业务. */
export const ROOT_CHOICES = Object.entries(ROOT_CAUSES).map(([value, { zh, group }]) => ({
  value,
  label: `${ROOT_GROUPS[group]}：${zh}`,
}))

export function CauseDialog({ complaintId, loop, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(nameRootCause)
  const choices = useCall(getImprovementChoices, {}).shown
  const named = (items: readonly { id: string; name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }))
  const { cause, proposed } = loop
  const save = async ({ step, rootCause, programmeId, institutionId, why }: Values): Promise<void> => {
    if (!step || !rootCause) return
    const body = { step, rootCause, programmeId: programmeId ?? null, institutionId: institutionId ?? null, why }
    if (await command.run({ params: { complaintId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="定根因"
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{
        programmeId: cause?.programme?.id ?? proposed.programmeId,
        institutionId: cause?.institution?.id ?? proposed.institutionId,
        why: cause?.why ?? '',
        ...((cause?.step ?? proposed.step) ? { step: cause?.step ?? proposed.step ?? 'service' } : {}),
        ...(cause ? { rootCause: cause.rootCause } : {}),
      }}
      note="落到具体的环节、产品和机构；投诉率按这里统计。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="step" label="出在哪个环节" required>
        <Select options={STEP_CHOICES} />
      </Field>
      <Field name="rootCause" label="根因" required>
        <Select showSearch={{ optionFilterProp: 'label' }} options={ROOT_CHOICES} />
      </Field>
      <Field name="programmeId" label="产品" help="不选表示与具体产品无关。">
        <Select allowClear={clearable} options={named(choices?.programmes)} />
      </Field>
      <Field name="institutionId" label="机构" help="不选表示与具体机构无关。">
        <Select
          allowClear={clearable}
          showSearch={{ optionFilterProp: 'label' }}
          options={named(choices?.institutions)}
        />
      </Field>
      <Field name="why" label="为什么" required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Field>
    </SaveDialog>
  )
}
