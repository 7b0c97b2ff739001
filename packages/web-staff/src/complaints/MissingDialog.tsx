/** What is still missing, told once; what we hold is not offered (CMP-02, T21). */
import { askMissingItems, getKnownForComplaint } from '@anpei/contract/complaints'
import { MISSING_ITEMS, type MissingItem } from '@anpei/domain/complaints'
import { REQUEST_CHANNELS, type ChannelName } from '@anpei/domain/service-desk'
import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { choicesOf, Field, Many, SaveDialog } from '../kit/index.ts'
import type { DialogProps } from './dialog-props.ts'

type Values = { items?: MissingItem[]; tell?: boolean; channel: ChannelName; text?: string }

export function MissingDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(askMissingItems)
  const query = view.representation === 'self' && view.person ? { personId: view.person.id } : {}
  const held = useCall(getKnownForComplaint, { query }).shown?.held ?? []
  const told = Form.useWatch('tell', form)
  const save = async ({ items = [], tell, channel, text = '' }: Values): Promise<void> => {
    const body = { items, told: tell ? { channel, text } : null }
    if (await command.run({ params: { complaintId: view.id }, body })) onClose()
  }
  const asked = choicesOf(MISSING_ITEMS).filter((one) => held.every((ours) => ours.item !== one.value))
  return (
    <SaveDialog<Values>
      title="还缺什么"
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ items: view.missing.map((one) => one.item), channel: 'phone', tell: true }}
      note={`法定期限照走。我方已有的不列：${held.map((one) => one.word).join('、')}。`}
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="items" label="还缺" required>
        <Many options={asked} />
      </Field>
      <Form.Item name="tell" valuePropName="checked">
        <Checkbox>已经告知投诉人（承诺 5 个工作日内一次性告知）</Checkbox>
      </Form.Item>
      {told === false ? null : (
        <>
          <Field name="channel" label="方式" required>
            <Select options={choicesOf(REQUEST_CHANNELS)} />
          </Field>
          <Field name="text" label="怎样告知的" required>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
          </Field>
        </>
      )}
    </SaveDialog>
  )
}
