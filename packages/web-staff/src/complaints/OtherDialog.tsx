/** Merging into, or linking with, another complaint (CMP-03, CMP-12). */
import { linkComplaint, mergeComplaint } from '@anpei/contract/complaints'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../client/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'
import { ComplaintPick } from './ComplaintPick.tsx'
import type { DialogProps } from './dialog-props.ts'

type Values = { otherId?: string; reason?: string }
const WORDS = {
  merge: {
    title: '并入另一件',
    note: '只能并同一投诉人的重复投诉：保留的一件取最早的收到时间和最严的时限。投诉人不同的只能关联。',
  },
  link: { title: '关联另一件', note: '投诉人可以不同；各自办理，时限不因此延长。' },
} as const

export function OtherDialog({ view, act, onClose }: DialogProps & { act: 'merge' | 'link' }): ReactElement {
  const [form] = Form.useForm<Values>()
  const merge = useCommand(mergeComplaint)
  const link = useCommand(linkComplaint)
  const navigate = useNavigate()
  const params = { complaintId: view.id }
  const save = async ({ otherId = '', reason = '' }: Values): Promise<void> => {
    if (act === 'link') {
      if (await link.run({ params, body: { otherId, reason } })) onClose()
      return
    }
    const into = await merge.run({ params, body: { intoId: otherId, reason } })
    if (!into) return
    onClose()
    void navigate(`/complaints/${into.id}`)
  }
  const { title, note } = WORDS[act]
  return (
    <SaveDialog<Values>
      title={title}
      open
      okText={title}
      busy={merge.busy || link.busy}
      fault={merge.fault ?? link.fault}
      form={form}
      initial={{}}
      note={note}
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="otherId" label="另一件" required>
        <ComplaintPick exceptId={view.id} personId={act === 'merge' ? view.person?.id : undefined} />
      </Field>
      <Field name="reason" label="原因" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
    </SaveDialog>
  )
}
