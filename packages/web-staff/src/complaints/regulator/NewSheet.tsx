/** CMP-11: a sheet is written down as it lies on the table; its complaint is opened with it. */
import { listComplaintColleagues, listTipColleagues, registerSheet } from '@anpei/contract/complaints'
import { Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { instantOfInput } from '../../kernel/index.ts'
import { DayInput, Field, FilePick, InstantInput, SaveDialog } from '../../kit/index.ts'
import { ColleaguesField } from '../ColleaguesField.tsx'

type SheetForm = {
  sheetNo: string
  sender: string
  received?: string
  reportBy: string
  reportForm: string
  asked: string
  name: string
  phone: string
  facts: string
  demand: string
  concernedIds?: string[]
}

const EMPTY: SheetForm = {
  sheetNo: '',
  sender: '',
  reportBy: '',
  reportForm: '书面报告',
  asked: '',
  name: '',
  phone: '',
  facts: '',
  demand: '',
}

export function NewSheet({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<SheetForm>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(registerSheet)
  const may = useMay()
  const save = async ({ name, phone, facts, demand, received = '', ...sheet }: SheetForm): Promise<void> => {
    const receivedAt = instantOfInput(received)
    const body = { ...sheet, receivedAt, complainant: { name, phone }, matter: { facts, demand } }
    const sent = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (await command.run({ body }, sent)) onClose()
  }
  return (
    <SaveDialog<SheetForm>
      title="登记转办单"
      open
      width={680}
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={EMPTY}
      note="同时登记为一件投诉，法定期限从收到之日起算。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="sheetNo" label="转办单号" required>
        <Input maxLength={60} />
      </Field>
      <Field name="sender" label="来文单位" required>
        <Input maxLength={80} />
      </Field>
      <Field name="received" label="收到时间（不是现在才填）">
        <InstantInput />
      </Field>
      <Field name="reportBy" label="报告期限（单上写的日期）" required>
        <DayInput />
      </Field>
      <Field name="reportForm" label="要求的报告形式" required>
        <Input maxLength={100} />
      </Field>
      <Field name="asked" label="来文要求" required>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Field>
      <Field name="name" label="投诉人姓名（单上没有可不填）">
        <Input maxLength={40} />
      </Field>
      <Field name="phone" label="投诉人电话">
        <Input maxLength={30} inputMode="tel" />
      </Field>
      <Field name="facts" label="投诉的事情" required>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
      </Field>
      <Field name="demand" label="诉求">
        <Input.TextArea autoSize={{ minRows: 1 }} maxLength={1000} />
      </Field>
      {may('complaint.record') || may('complaint.tip') ? (
        <ColleaguesField route={may('complaint.record') ? listComplaintColleagues : listTipColleagues} />
      ) : null}
      <FilePick label="转办单扫描件" many files={files} onFiles={setFiles} />
    </SaveDialog>
  )
}
