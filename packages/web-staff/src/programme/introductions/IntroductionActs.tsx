/** What can be done with an introduction, in the order it is done (SRV-07). */
import { dropIntroduction, type IntroductionView } from '@anpei/contract/programme'
import { introductionLifecycle, type IntroductionAct } from '@anpei/domain/programme'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { ReasonDialog } from '../../kit/index.ts'
import { AnswerDialog, HandDialog } from './ApplicationRoad.tsx'
import { ApplicationDialog } from './ApplicationDialog.tsx'
import { ConfirmIntroduction } from './ConfirmIntroduction.tsx'
import type { ActProps } from './introduction-act.ts'
import { ExplainDialog, NeedsDialog, RecommendDialog } from './IntroductionDialogs.tsx'

const DIALOGS = {
  prepare: NeedsDialog,
  recommend: RecommendDialog,
  explain: ExplainDialog,
  confirm: ConfirmIntroduction,
  apply: ApplicationDialog,
  hand: HandDialog,
  answer: AnswerDialog,
  drop: DropDialog,
} as const satisfies Partial<Record<IntroductionAct, (props: ActProps) => ReactElement>>
type Act = keyof typeof DIALOGS
const ORDER = ['prepare', 'recommend', 'explain', 'confirm', 'apply', 'hand', 'answer', 'drop'] as const
/** What brings the matter forward, state by state. */
const FORWARD: readonly Act[] = ['confirm', 'apply', 'hand', 'answer']

export function IntroductionActs({ one }: { one: IntroductionView }): ReactElement {
  const [act, setAct] = useState<Act | null>(null)
  const Dialog = act === null ? null : DIALOGS[act]
  return (
    <>
      {ORDER.filter((name) => one.can.includes(name)).map((name) => (
        <Button
          key={name}
          type={FORWARD.includes(name) ? 'primary' : 'default'}
          onClick={() => {
            setAct(name)
          }}
        >
          {introductionLifecycle.transitions[name].zh}
        </Button>
      ))}
      {Dialog ? (
        <Dialog
          one={one}
          onClose={() => {
            setAct(null)
          }}
        />
      ) : null}
    </>
  )
}

function DropDialog({ one, onClose }: ActProps): ReactElement {
  const command = useCommand(dropIntroduction)
  return (
    <ReasonDialog
      title={`${one.name}：客户不办`}
      label="客户怎么说的"
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void command.run({ params: { introductionId: one.id }, body: { reason } }).then((done) => {
          if (done) onClose()
        })
      }}
    />
  )
}
