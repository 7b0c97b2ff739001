/** Long work that can be left and found again (OPS-05): its progress in words and as a bar. */
import type { TaskProgress } from '@anpei/contract/programme'
import { Alert, Progress } from 'antd'
import type { ReactElement } from 'react'

export function TaskBar({
  task,
  doing,
  unit,
}: {
  task: TaskProgress
  doing: string
  unit: string
}): ReactElement | null {
  if (task.state === 'failed') {
    return <Alert type="error" showIcon role="alert" title={`${doing}中断了：${task.fault ?? '原因不明'}`} />
  }
  if (task.state === 'done') return null
  const done = task.doneCount.toLocaleString('en-US')
  const of = task.totalCount === null ? '' : ` / ${task.totalCount.toLocaleString('en-US')}`
  return (
    <div role="status">
      <p>
        {task.state === 'waiting' ? `${doing}：排队中…` : `${doing}：${done}${of} ${unit}`}　
        <span className="ap-muted ap-small">可以离开这一页，稍后回来看结果。</span>
      </p>
      <Progress percent={percentOf(task)} status="active" aria-label={`${doing}进度`} />
    </div>
  )
}

export function isRunning(task: TaskProgress | null | undefined): boolean {
  return task?.state === 'waiting' || task?.state === 'running'
}

export function percentOf({ doneCount, totalCount }: Pick<TaskProgress, 'doneCount' | 'totalCount'>): number {
  if (totalCount === null || totalCount === 0) return 0
  return Math.min(100, Math.floor((doneCount / totalCount) * 100))
}
