/** What can be done with a complaint before it is solved; only what may be done is offered (CMP-02…05). */
import { separateComplaint, type ComplaintView } from '@anpei/contract/complaints'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../client/index.ts'
import { ActMenu, ReasonDialog } from '../kit/index.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { CheckDialog } from './CheckDialog.tsx'
import { ClassifyDialog } from './ClassifyDialog.tsx'
import { ContactDialog } from './ContactDialog.tsx'
import { FactsDialog } from './FactsDialog.tsx'
import { DeclareDialog } from './major/DeclareDialog.tsx'
import { MissingDialog } from './MissingDialog.tsx'
import { OtherDialog } from './OtherDialog.tsx'
import { SupplementDialog } from './SupplementDialog.tsx'
import { TieDialog } from './TieDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const ACTS = {
  check: '首次审核',
  classify: '分类',
  assign: '指派责任人',
  contact: '记录联系',
  addFacts: '新的事实或理由',
  askMissing: '告知还缺什么',
  supplement: '补充材料、被投诉人',
  tie: '关联被保险人、赔案',
  merge: '并入另一件',
  separate: '撤销并案',
  link: '关联另一件',
  withdraw: '投诉人撤回',
  declareMajor: '宣布为重大投诉',
} as const
type Act = keyof typeof ACTS
const ORDER: readonly Act[] = [
  'addFacts',
  'askMissing',
  'supplement',
  'tie',
  'merge',
  'link',
  'withdraw',
  'declareMajor',
]

/** The next step of the desk stands outside the menu, and so does calling the complainant. */
function outsideOf({ state, causes, can }: ComplaintView): readonly Act[] {
  const next: Act =
    state === 'received' ? 'check' : causes.length === 0 ? 'classify' : state === 'accepted' ? 'assign' : 'contact'
  return [...new Set<Act>(['separate', 'contact', next])].filter((act) => can.includes(act))
}

export function ComplaintActs({ view }: { view: ComplaintView }): ReactElement {
  const [open, setOpen] = useState<Act | null>(null)
  const navigate = useNavigate()
  const outside = outsideOf(view)
  const rest = (['check', 'classify', 'assign', ...ORDER] as const).filter(
    (act) => view.can.includes(act) && !outside.includes(act),
  )
  // On a page of its own: this one is shut as soon as the complaint is sealed.
  const toTip = view.can.includes('toTip') ? [{ key: 'toTip', label: '其实是举报' }] : []
  const close = (): void => {
    setOpen(null)
  }
  return (
    <>
      {rest.length + toTip.length === 0 ? null : (
        <ActMenu
          items={[...rest.map((key) => ({ key, label: ACTS[key] })), ...toTip]}
          onAct={(key) => {
            if (key === 'toTip') void navigate(`/complaints/${view.id}/tip`)
            else setOpen(rest.find((act) => act === key) ?? null)
          }}
        >
          <Button>更多</Button>
        </ActMenu>
      )}
      {outside.map((act, at) => (
        <Button key={act} type={at === outside.length - 1 ? 'primary' : 'default'} onClick={() => setOpen(act)}>
          {ACTS[act]}
        </Button>
      ))}
      {open === null ? null : <Opened act={open} view={view} onClose={close} />}
    </>
  )
}

type OpenedProps = { readonly act: Act; readonly view: ComplaintView; readonly onClose: () => void }

function Opened({ act, view, onClose }: OpenedProps): ReactElement {
  const both = { view, onClose }
  switch (act) {
    case 'check':
      return <CheckDialog {...both} />
    case 'classify':
      return <ClassifyDialog {...both} />
    case 'assign':
      return <AssignDialog {...both} />
    case 'contact':
      return <ContactDialog {...both} />
    case 'addFacts':
      return <FactsDialog {...both} />
    case 'askMissing':
      return <MissingDialog {...both} />
    case 'supplement':
      return <SupplementDialog {...both} />
    case 'tie':
      return <TieDialog {...both} />
    case 'withdraw':
      return <WithdrawDialog {...both} />
    case 'merge':
    case 'link':
      return <OtherDialog {...both} act={act} />
    case 'declareMajor':
      return <DeclareDialog view={view} onClose={onClose} />
    case 'separate':
      return <Separate {...both} />
  }
}

function Separate({ view, onClose }: { view: ComplaintView; onClose: () => void }): ReactElement {
  const command = useCommand(separateComplaint)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { complaintId: view.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title="撤销并案"
      label="原因"
      okText="撤销并案"
      note="两件各自恢复，时限按原来的事件重算。"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => void save(reason)}
    />
  )
}
