/** What can be done with a 举报; only what may be done is offered (CMP-12). */
import type { TipView } from '@anpei/contract/complaints'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { AcceptDialog } from './AcceptDialog.tsx'
import { ConcludeDialog } from './ConcludeDialog.tsx'
import { EntryDialog, TellDialog } from './EntryDialog.tsx'
import { JudgeDialog, TurnDialog } from './JudgeDialog.tsx'

const ACTS = {
  turn: '其实是投诉',
  reopen: '重新调查',
  return: '退回',
  addEntry: '记录材料',
  conclude: '作出结论',
  accept: '受理',
  tell: '登记已告知',
  confirm: '复核同意',
  close: '办结',
} as const
type Act = keyof typeof ACTS

export function TipActs({ view }: { view: TipView }): ReactElement {
  const [open, setOpen] = useState<Act | null>(null)
  const acts: Act[] = []
  for (const act in ACTS) if (isAct(act) && view.can.includes(act)) acts.push(act)
  return (
    <>
      {acts.map((act, at) => (
        <Button
          key={act}
          type={at === acts.length - 1 ? 'primary' : 'default'}
          onClick={() => {
            setOpen(act)
          }}
        >
          {ACTS[act]}
        </Button>
      ))}
      {open === null ? null : (
        <Opened
          act={open}
          view={view}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </>
  )
}

function isAct(text: string): text is Act {
  return Object.hasOwn(ACTS, text)
}

function Opened({ act, ...both }: { act: Act; view: TipView; onClose: () => void }): ReactElement {
  switch (act) {
    case 'accept':
      return <AcceptDialog {...both} />
    case 'addEntry':
      return <EntryDialog {...both} />
    case 'tell':
      return <TellDialog {...both} />
    case 'conclude':
      return <ConcludeDialog {...both} />
    case 'turn':
      return <TurnDialog {...both} />
    case 'confirm':
    case 'return':
    case 'close':
    case 'reopen':
      return <JudgeDialog {...both} judgement={act} />
  }
}
