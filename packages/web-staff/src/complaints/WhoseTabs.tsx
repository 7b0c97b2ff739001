/** Which complaints are looked at: those of work, or the history that was brought from before (CMP-04, CMP-13). */
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { choicesOf, keyIn } from '../kit/index.ts'

export const WHOSE = { mine: '我的', unassigned: '待指派', open: '在办', all: '全部' } as const
export type Whose = keyof typeof WHOSE
const TABS = { ...WHOSE, history: '历史导入' } as const

export function WhoseTabs({
  value,
  onWhose,
}: {
  value: keyof typeof TABS
  onWhose: (whose: Whose) => void
}): ReactElement {
  const navigate = useNavigate()
  return (
    <Segmented
      aria-label="看哪些投诉"
      value={value}
      options={choicesOf(TABS)}
      onChange={(next) => {
        const whose = keyIn(WHOSE, String(next))
        if (whose) onWhose(whose)
        else void navigate('/complaint-history')
      }}
    />
  )
}
