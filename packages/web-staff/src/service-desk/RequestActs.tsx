/** What can be done with a request as a whole; only what may be done is offered (SRV-01, SRV-04, SRV-08). */
import { markRequestSpecial, reopenRequest, undoRequestMerge, type RequestView } from '@anpei/contract/service-desk'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { ActMenu } from '../kit/index.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { ConvertDialog } from './ConvertDialog.tsx'
import { KindDialog } from './KindDialog.tsx'
import { LanguageDialog } from './LanguageDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { ParentDialog } from './ParentDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { ReasonAct } from './ReasonAct.tsx'
import { SnoozeDialog } from './SnoozeDialog.tsx'
import { SolveDialog } from './SolveDialog.tsx'
import { VisitDialog } from './VisitDialog.tsx'

const ACTS = {
  solve: '客户说已解决',
  reopen: '没有解决，重新处理',
  convertToReport: '转为报案',
  convertToVisit: '转为上门',
  convertToComplaint: '转为投诉',
  convertToTip: '转为举报办理',
  assign: '转交同事',
  snooze: '暂缓',
  special: '标为特殊情况',
  kind: '改类别',
  person: '换一位客户',
  language: '客户讲什么话',
  link: '关联',
  merge: '并入另一服务单',
  unmerge: '撤销并入',
  parent: '归入群体事件',
  close: '归档',
} as const
type Act = keyof typeof ACTS
/** Those with a dialog here; a complaint and a 举报 have a page of their own. */
type Shown = Exclude<Act, 'convertToComplaint' | 'convertToTip'>
const ORDER: readonly Act[] = [
  'convertToReport',
  'convertToComplaint',
  'convertToTip',
  'convertToVisit',
  'assign',
  'snooze',
  'special',
  'kind',
  'person',
  'language',
  'link',
  'merge',
  'parent',
  'close',
]
/** What is done next most often stands outside the menu. */
const OUTSIDE: readonly Act[] = ['solve', 'reopen', 'unmerge']
/** What a request of this kind is there for. */
const NEXT_OF_KIND: Partial<Record<RequestView['kind'], Act>> = {
  report: 'convertToReport',
  visit: 'convertToVisit',
  complaint: 'convertToComplaint',
  appeal: 'convertToComplaint',
  tip: 'convertToTip',
}

export function RequestActs({ request }: { request: RequestView }): ReactElement {
  const [open, setOpen] = useState<Shown | null>(null)
  const navigate = useNavigate()
  const choose = (act: Act | undefined): void => {
    if (act === 'convertToComplaint') void navigate(`/complaints/new?requestId=${request.id}`)
    else if (act === 'convertToTip') void navigate(`/tips/new?requestId=${request.id}`)
    else setOpen(act ?? null)
  }
  const answered = request.firstAnsweredAt !== null && request.unansweredSince === null
  const can = (act: Act): boolean => {
    // What nobody answered is not solved yet; who is unknown is confirmed beside the conversation.
    if (act === 'solve' && !answered) return false
    return request.can.includes(act) && !(act === 'person' && request.person === null)
  }
  const own = NEXT_OF_KIND[request.kind]
  const outside = [...OUTSIDE.filter(can), ...(own && can(own) ? [own] : [])]
  const items = ORDER.filter((act) => can(act) && !outside.includes(act)).map((key) => ({ key, label: ACTS[key] }))
  return (
    <>
      {items.length === 0 ? null : (
        <ActMenu
          items={items}
          onAct={(key) => {
            choose(ORDER.find((act) => act === key))
          }}
        >
          <Button>更多</Button>
        </ActMenu>
      )}
      {outside.map((act) => (
        <Button key={act} onClick={() => choose(act)}>
          {ACTS[act]}
        </Button>
      ))}
      {open === null ? null : (
        <Opened
          act={open}
          request={request}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </>
  )
}

type OpenedProps = { act: Shown; request: RequestView; onClose: () => void }

function Opened({ act, request, onClose }: OpenedProps): ReactElement {
  const both = { request, onClose }
  switch (act) {
    case 'assign':
      return <AssignDialog {...both} />
    case 'snooze':
      return <SnoozeDialog {...both} />
    case 'solve':
      return <SolveDialog {...both} />
    case 'close':
      return <CloseDialog {...both} />
    case 'kind':
      return <KindDialog {...both} />
    case 'person':
      return <PersonDialog {...both} />
    case 'language':
      return <LanguageDialog {...both} />
    case 'link':
      return <LinkDialog {...both} />
    case 'merge':
      return <MergeDialog {...both} />
    case 'parent':
      return <ParentDialog {...both} />
    case 'convertToReport':
      return <ConvertDialog {...both} />
    case 'convertToVisit':
      return <VisitDialog {...both} />
    case 'special':
      return (
        <ReasonAct
          {...both}
          route={markRequestSpecial}
          title="标为特殊情况"
          note="线上咨询的答复时限由 3 分钟放宽到最多 30 分钟，原因会留档。"
        />
      )
    case 'reopen':
      return (
        <ReasonAct
          {...both}
          route={reopenRequest}
          title="重新处理"
          note="用原来的编号继续办；客户不满意的，另有时限。"
        />
      )
    case 'unmerge':
      return (
        <ReasonAct
          {...both}
          route={undoRequestMerge}
          title="撤销并入"
          note="两张服务单各自恢复，时限按原来的事件重算。"
        />
      )
  }
}
