/**
 * A complaint that is really a 举报 is sealed from this moment; whoever did it sees it no more (CMP-12). A page of its
 * own, that shows nothing of the complaint: when it is gone, the code stays.
 */
import { getComplaint, turnComplaintToTip } from '@anpei/contract/complaints'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate, useParams } from 'react-router'
import { callKey, useCommand } from '../../client/index.ts'
import { FormFault, PageHead, Panel } from '../../kit/index.ts'
import { ColleaguesField } from '../ColleaguesField.tsx'
import { CodeShown } from './CodeShown.tsx'
import { KEPT_OUT, newTipCode } from './tip-code.ts'
import '../complaints.css'

type Values = { concernedIds?: string[] }

export default function ToTipPage(): ReactElement {
  const { complaintId = '' } = useParams()
  const [form] = Form.useForm<Values>()
  const [code] = useState(newTipCode)
  const [done, setDone] = useState(false)
  const command = useCommand(turnComplaintToTip)
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = async ({ concernedIds = [] }: Values): Promise<void> => {
    const params = { complaintId }
    if (!(await command.run({ params, body: { code, concernedIds } }))) return
    client.removeQueries({ queryKey: callKey(getComplaint, { params }) })
    setDone(true)
  }
  if (done) return <CodeShown title="已转为举报，并已密封" code={code} />
  return (
    <div className="ap-stack">
      <PageHead
        title="其实是举报"
        note="这件投诉连同材料、来往和服务单从此密封，投诉列表里不再有它，您也不能再查看。"
      />
      <Panel>
        <Form<Values>
          form={form}
          layout="vertical"
          onFinish={(values) => {
            void save(values)
          }}
        >
          <ColleaguesField label="被举报的本公司人员" help={KEPT_OUT} />
          <FormFault form={form} fault={command.fault} />
          <div className="ap-row">
            <Button type="primary" danger htmlType="submit" loading={command.busy}>
              转为举报并密封
            </Button>
            <Button onClick={() => void navigate(-1)}>取消</Button>
          </div>
        </Form>
      </Panel>
    </div>
  )
}
