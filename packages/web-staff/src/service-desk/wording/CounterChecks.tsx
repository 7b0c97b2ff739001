/** How somebody appeared at the counter: said by who served, and by a lead who looked on (SRV-10). */
import { checkCounter, type RequestView } from '@anpei/contract/service-desk'
import { Button, Form } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { SaveDialog, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { CounterFields, type CounterValues } from './CounterFields.tsx'

const T = {
  title: '柜面礼仪',
  own: '自查',
  lead: '主管查看',
  kept: '都做到',
  none: '没有自查',
  look: '查看柜面礼仪',
  save: '记下',
} as const

export function CounterChecks({ request }: { request: RequestView }): ReactElement | null {
  const [open, setOpen] = useState(false)
  if (request.channel !== 'counter') return null
  const { counterChecks, can } = request
  return (
    <div className="ap-row ap-small">
      <span className="ap-muted">{T.title}</span>
      {counterChecks.some((one) => one.own) ? null : <Tag tone="amber">{T.none}</Tag>}
      {counterChecks.map(({ by, at, own, points }) => {
        const not = points.filter((one) => !one.kept).map((one) => one.text)
        return (
          <span key={`${by}${at}`}>
            <Tag tone={not.length > 0 ? 'amber' : 'green'}>{own ? T.own : T.lead}</Tag>{' '}
            {`${not.length > 0 ? `没做到：${not.join('；')}` : T.kept}（${by} ${instantText(at)}）`}
          </span>
        )
      })}
      {can.includes('checkCounter') ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {T.look}
        </Button>
      ) : null}
      {open ? <LookDialog requestId={request.id} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

type Values = { counter?: CounterValues }

function LookDialog({ requestId, onClose }: { requestId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(checkCounter)
  const save = async ({ counter }: Values): Promise<void> => {
    if (counter && (await command.run({ params: { requestId }, body: counter }))) onClose()
  }
  return (
    <SaveDialog<Values>
      title={T.look}
      open
      okText={T.save}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <CounterFields name="counter" title={T.title} />
    </SaveDialog>
  )
}
