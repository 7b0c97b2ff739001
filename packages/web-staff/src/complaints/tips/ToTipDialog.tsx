/** A complaint that is really a 举报 is sealed from this moment; whoever did it sees it no more (CMP-12). */
import { turnComplaintToTip, type ComplaintView } from '@anpei/contract/complaints'
import { Button, Form, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { SaveDialog } from '../../kit/index.ts'
import { ColleaguesField } from '../ColleaguesField.tsx'
import { CodeShown } from './CodeShown.tsx'
import { KEPT_OUT, newTipCode } from './tip-code.ts'

export function ToTipDialog({ view, onClose }: { view: ComplaintView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<{ concernedIds?: string[] }>()
  const [code] = useState(newTipCode)
  const [done, setDone] = useState(false)
  const command = useCommand(turnComplaintToTip, { quiet: true })
  const navigate = useNavigate()
  if (done)
    return (
      <Modal
        title="已转为举报并密封"
        open
        closable={false}
        footer={
          <Button type="primary" onClick={() => void navigate('/complaints')}>
            已交给举报人，离开
          </Button>
        }
      >
        <CodeShown code={code} />
      </Modal>
    )
  return (
    <SaveDialog<{ concernedIds?: string[] }>
      title="其实是举报"
      open
      danger
      okText="转为举报并密封"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="这件投诉连同材料、来往和服务单从此密封，投诉列表里不再有它，您也不能再查看。"
      onClose={onClose}
      onSave={({ concernedIds = [] }) => {
        const sent = { params: { complaintId: view.id }, body: { code, concernedIds } }
        void command.run(sent).then((made) => made && setDone(true))
      }}
    >
      <ColleaguesField label="被举报的本公司人员" help={KEPT_OUT} />
    </SaveDialog>
  )
}
