/** Names the version of a rule, list, template or article that was changed; only what is in force is offered. */
import { linkChange, listChangeTargets } from '@anpei/contract/complaints'
import { CHANGE_KINDS, type ChangeKind } from '@anpei/domain/complaints'
import type { Instant } from '@anpei/domain/kernel'
import { Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

type Props = { readonly improvementId: string; readonly proposedAt: Instant; readonly onClose: () => void }
type Values = { kind: ChangeKind; target: string }

export function LinkDialog({ improvementId, proposedAt, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? 'promise'
  const command = useCommand(linkChange)
  const found = useCall(listChangeTargets, { query: { kind } })
  const items = (found.shown?.items ?? []).filter((one) => one.inForceAt >= proposedAt)
  const keyOf = (one: (typeof items)[number]) => `${one.targetId} ${one.version}`
  const save = async ({ target }: Values): Promise<void> => {
    const one = items.find((item) => keyOf(item) === target)
    if (!one) return
    const body = { kind, targetId: one.targetId, version: one.version }
    if (await command.run({ params: { improvementId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="关联修改"
      open
      okText="关联"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ kind: 'promise', target: '' }}
      note="只列出提出整改以后生效的版本。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="kind" label="改的是什么" required>
        <Select
          options={choicesOf(CHANGE_KINDS)}
          onChange={() => {
            form.setFieldValue('target', '')
          }}
        />
      </Field>
      <Field name="target" label="哪个版本" required>
        <Select
          loading={found.isFetching}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="提出整改以后还没有生效的修改"
          options={items.map((one) => ({
            value: keyOf(one),
            label: `${one.title} 第 ${one.version} 版（${instantText(one.inForceAt)}）`,
          }))}
        />
      </Field>
    </SaveDialog>
  )
}
