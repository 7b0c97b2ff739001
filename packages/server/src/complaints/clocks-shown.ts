/** SLA §2 rule 20: the clocks of a complaint or 举报 as its page shows them. */
import type { ClockShown } from '@anpei/contract/complaints'
import type { ClockRow, Definitions, TellLeft } from '../sla/index.ts'

export function clocksShown(
  clocks: readonly ClockRow[],
  titleOf: Definitions['titleOf'],
  left: TellLeft,
  office: string | null,
): ClockShown[] {
  return clocks.map(({ clockId, runNo, state, startedAt, dueAt, stoppedAt, explanation }) => {
    const { title, kind, right } = titleOf(clockId)
    const timeLeft = state === 'running' ? left(dueAt, clockId, { office }) : null
    return {
      id: clockId,
      run: runNo,
      name: title,
      kind,
      right,
      state,
      startedAt,
      dueAt,
      stoppedAt,
      explanation,
      timeLeft,
    }
  })
}
