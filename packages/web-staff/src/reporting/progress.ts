/** The progress of long work in numbers and words. */
import type { BackgroundTask } from '@anpei/contract/reporting'

type Counts = Pick<BackgroundTask, 'state' | 'doneCount' | 'totalCount'>

export function isRunning(task: Pick<BackgroundTask, 'state'> | undefined): boolean {
  return task?.state === 'waiting' || task?.state === 'running'
}

/** Whole percent, never 100 before the work says that it is done. */
export function percentOf({ state, doneCount, totalCount }: Counts): number {
  if (state === 'done') return 100
  if (totalCount === null || totalCount === 0) return 0
  return Math.min(99, Math.floor((doneCount / totalCount) * 100))
}

export function progressText({ state, doneCount, totalCount }: Counts): string {
  if (state === 'waiting') return '—'
  const done = doneCount.toLocaleString('en-US')
  return totalCount === null || state === 'done' ? done : `${done} / ${totalCount.toLocaleString('en-US')}`
}
