/** Accepted, with who examines it; the sixty days of the law begin (L14). */
import { acceptTip, listTipColleagues, type TipView } from '@anpei/contract/complaints'
import { Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog, clearable } from '../../kit/index.ts'
import { ColleaguesField } from '../ColleaguesField.tsx'
import { KEPT_OUT } from './tip-code.ts'

type Values = { examinerId?: string; concernedIds?: string[] }

export function AcceptDialog({ view, onClose }: { view: TipView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(acceptTip)
  const save = async ({ examinerId, concernedIds = [] }: Values): Promise<void> => {
    const body = { examinerId: examinerId ?? null, concernedIds }
    if (await command.run({ params: { tipId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="受理举报"
      open
      okText="受理"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="受理后六十日内查清。看过内容后发现还涉及谁，在这里补上，从此对其密封。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="examinerId" label="承办人">
        <Select
          allowClear={clearable}
          placeholder="不选即本人"
          options={view.examiners.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Field>
      <ColleaguesField route={listTipColleagues} label="被举报的本公司人员" help={KEPT_OUT} />
    </SaveDialog>
  )
}
