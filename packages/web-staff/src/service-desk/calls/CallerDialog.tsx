/** The number was a neighbour's, or lent: whose call it was is put right, with the reason (SRV-03, CUS-01). */
import { correctCallPerson, type CallView } from '@anpei/contract/service-desk'
import { Checkbox, Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { PersonSearch } from '../../claims/index.ts'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'

type Values = { who?: 'other' | 'nobody'; personId?: string; requestToo?: boolean; reason?: string }

export function CallerDialog({ call, onClose }: { call: CallView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const who = Form.useWatch('who', form)
  const command = useCommand(correctCallPerson)
  const save = async ({ personId, requestToo = false, reason = '' }: Values): Promise<void> => {
    const body = who === 'nobody' ? { personId: null, reason } : { personId: personId ?? null, requestToo, reason }
    if (await command.run({ params: { callId: call.id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={call.person ? '更正通话的客户' : '登记是谁打的'}
      open
      okText={call.person ? '更正' : '登记'}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ who: 'other' }}
      note={call.person ? `现在记在：${call.person.name}。通话录音随着改，更正留痕。` : '通话和录音记到这位客户名下。'}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {call.person ? (
        <Field name="who" label="其实是谁打的" required>
          <Radio.Group
            options={[
              { value: 'other', label: '另一位客户' },
              { value: 'nobody', label: '还不知道是谁' },
            ]}
          />
        </Field>
      ) : null}
      {who === 'nobody' ? null : (
        <>
          <Field name="personId" label="客户" required>
            <PersonSearch hint="身份证号、电话或姓名" />
          </Field>
          {call.request ? (
            <Form.Item name="requestToo" valuePropName="checked">
              <Checkbox>
                服务单 {call.request.requestNo} {call.person ? '也换成' : '也记到'}这位客户
              </Checkbox>
            </Form.Item>
          ) : null}
        </>
      )}
      <Field name="reason" label={call.person ? '原因' : '怎么知道的'} required>
        <Input.TextArea
          maxLength={300}
          autoSize={{ minRows: 2 }}
          placeholder={call.person ? '例如：借邻居的电话打来' : '例如：回拨时本人报了姓名和身份证号'}
        />
      </Field>
    </SaveDialog>
  )
}
