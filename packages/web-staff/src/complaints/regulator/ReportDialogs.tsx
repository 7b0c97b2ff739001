/** CMP-11: the written report: drafted, judged by another person, sent with its proof. */
import { draftSheetReport, judgeSheetReport, sendSheetReport, type SheetView } from '@anpei/contract/complaints'
import { Form, Input, Modal, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import { Facts, Field, SaveDialog, useFocusBack } from '../../kit/index.ts'
import { ProofDialog } from '../ProofDialog.tsx'

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
  const command = useCommand(sendSheetReport)
  return (
    <ProofDialog
      title="登记报送"
      label="怎样报送、凭证"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(sent, files) => {
        void command.run({ params: { sheetId: sheet.id }, body: { sent } }, files).then((done) => done && onClose())
      }}
    />
  )
}

/** What was written, by whom, and how it went out: to be read at any time, also after it was sent. */
export function ReadReport({ sheet, onClose }: Props): ReactElement {
  useFocusBack()
  return (
    <Modal title={`${sheet.sheetNo} 的${sheet.reportForm}`} open width={760} footer={null} onCancel={onClose}>
      <p className="ap-entry-text">{sheet.report}</p>
      <Facts
        facts={[
          { label: '来文要求', value: sheet.asked },
          { label: '起草', value: sheet.draftedBy },
          { label: '批准', value: sheet.approvedBy },
          { label: '报送', value: sheet.reportedAt && instantText(sheet.reportedAt) },
          ...(sheet.sent ? [{ label: '怎样报送、凭证', value: sheet.sent }] : []),
        ]}
      />
    </Modal>
  )
}
