/** CMP-11: the written report: drafted, judged by another person, sent with its proof. */
import { draftSheetReport, judgeSheetReport, sendSheetReport, type SheetView } from '@anpei/contract/complaints'
import { Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, FilePick, SaveDialog } from '../../kit/index.ts'

type Props = { sheet: SheetView; onClose: () => void }

export function DraftReport({ sheet, onClose }: Props): ReactElement {
  const [form] = Form.useForm<{ report: string }>()
  const command = useCommand(draftSheetReport)
  const save = async (body: { report: string }): Promise<void> => {
    if (await command.run({ params: { sheetId: sheet.id }, body })) onClose()
  }
  return (
    <SaveDialog<{ report: string }>
      title={`${sheet.sheetNo} 的${sheet.reportForm}`}
      open
      width={760}
      okText="提交审批"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ report: sheet.report }}
      note={sheet.judgement ? `退回意见：${sheet.judgement}` : `来文要求：${sheet.asked}`}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="report" label="报告" required>
        <Input.TextArea autoSize={{ minRows: 10, maxRows: 22 }} maxLength={20_000} />
      </Field>
    </SaveDialog>
  )
}

type JudgeForm = { approve: boolean; judgement: string }

export function JudgeReport({ sheet, onClose }: Props): ReactElement {
  const [form] = Form.useForm<JudgeForm>()
  const command = useCommand(judgeSheetReport)
  const save = async (body: JudgeForm): Promise<void> => {
    if (await command.run({ params: { sheetId: sheet.id }, body })) onClose()
  }
  return (
    <SaveDialog<JudgeForm>
      title="审批报告"
      open
      width={760}
      okText="确定"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ approve: true, judgement: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <p className="ap-entry-text">{sheet.report}</p>
      <Field name="approve" label="意见" required>
        <Radio.Group
          options={[
            { value: true, label: '批准' },
            { value: false, label: '退回' },
          ]}
        />
      </Field>
      <Field name="judgement" label="说明（退回时必填）">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Field>
    </SaveDialog>
  )
}

export function SendReport({ sheet, onClose }: Props): ReactElement {
  const [form] = Form.useForm<{ sent: string }>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(sendSheetReport)
  const save = async (body: { sent: string }): Promise<void> => {
    const papers = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (await command.run({ params: { sheetId: sheet.id }, body }, papers)) onClose()
  }
  return (
    <SaveDialog<{ sent: string }>
      title="登记报送"
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ sent: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="sent" label="怎样报送、凭证" required>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
      <FilePick label="上传回执" many files={files} onFiles={setFiles} />
    </SaveDialog>
  )
}
