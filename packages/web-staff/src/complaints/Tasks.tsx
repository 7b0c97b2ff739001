/** What the first check opened beside the case: legal, quality, report (CMP-03). */
import { endComplaintTask, type ComplaintView } from '@anpei/contract/complaints'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { ReasonDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Task = ComplaintView['tasks'][number]

export function Tasks({ view }: { view: ComplaintView }): ReactElement | null {
  const [ending, setEnding] = useState<Task | null>(null)
  const command = useCommand(endComplaintTask)
  if (view.tasks.length === 0) return null
  const end = async (kind: Task['kind'], text: string): Promise<void> => {
    if (await command.run({ params: { complaintId: view.id, kind }, body: { text } })) setEnding(null)
  }
  return (
    <ul className="cm-tasks">
      {view.tasks.map((task) => (
        <li key={task.kind}>
          <span className="ap-row">
            <Tag tone={task.doneAt === null ? 'amber' : 'green'}>{task.word}</Tag>
            {task.doneAt === null && view.can.includes('endTask') ? (
              <Button size="small" onClick={() => setEnding(task)}>
                完成
              </Button>
            ) : null}
          </span>
          {task.doneAt === null ? null : (
            <p className="ap-small ap-muted">
              {instantText(task.doneAt)}　{task.doneBy}：{task.text}
            </p>
          )}
        </li>
      ))}
      {ending === null ? null : (
        <ReasonDialog
          title={`完成：${ending.word}`}
          label="结果"
          okText="完成"
          busy={command.busy}
          fault={command.fault}
          max={2000}
          onClose={() => setEnding(null)}
          onSave={(text) => void end(ending.kind, text)}
        />
      )}
    </ul>
  )
}
