/** 我的工作: what breaks first stands first (SRV-04 for claims; ORG-07). */
import { myWork, type ClaimRow } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import type { Permission } from '@anpei/domain/kernel'
import type { ReactElement, ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../client/index.ts'
import { useMay, useMe } from '../identity/index.ts'
import { Answered, DataTable, Empty, Icon, LinkButton, PageHead, Panel, type IconName } from '../kit/index.ts'
import { instantText, present, todayText, yuan } from '../kernel/index.ts'
import { claimColumns } from './claim-columns.tsx'
import { DueTag, dueTone } from './tags.tsx'
import './claims.css'
import './my-work.css'

type Work = Answer<typeof myWork>

const T = {
  soon: '最先到期的赔案',
  noneSoon: '您名下没有未结的赔案。',
  all: '全部',
  take: '看无人负责的赔案',
  newReport: '登记报案',
  proposals: '等我审批',
  reports: '待核实的报案',
  payees: '待复核的收款账户',
  tasks: '我的任务',
  messages: '客户留言等答复',
  calm: '没有等您处理的事项。',
  pay: '看等着付的款项',
  toBatch: '有款项等着编批付出。',
  toSend: '有批次等您核对、送银行。',
  send: '看支付批次',
  assists: '看协助理赔的案件',
  board: '看看板',
} as const

type Props = { readonly others?: ReactElement; readonly calm?: boolean }

/** `others`: what waits for the reader in other rows; `calm`: nothing does. */
export default function MyWorkPage({ others, calm = true }: Props): ReactElement {
  const me = useMe().shown
  const may = useMay()
  const work = useCall(myWork, {}, { everySeconds: 60 })
  const create = may('report.create') ? (
    <LinkButton primary icon="plus" to="/reports/new">
      {T.newReport}
    </LinkButton>
  ) : null
  return (
    <div className="ap-stack">
      <PageHead title={`${me?.name ?? ''}，${greeting()}`} tab="我的工作" note={`${todayText()}　${me?.post ?? ''}`}>
        {create}
      </PageHead>
      <Answered of={work}>
        {(answer) => (
          <>
            <Counts work={answer} />
            {others}
            <Lists work={answer} handles={HANDLES.some(may)} calm={calm} />
          </>
        )}
      </Answered>
    </div>
  )
}

function greeting(): string {
  const hour = (present().getUTCHours() + 8) % 24
  return hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好'
}

type Count = {
  readonly title: string
  readonly value: number
  readonly to: string
  readonly icon: IconName
  /** Whose work it is; others see it only when something waits for them. */
  readonly doneBy: readonly Permission[]
  readonly alarming?: boolean
}

const HANDLES = ['claim.collect', 'claim.assess', 'claim.assign'] as const

function countsOf({ counts }: Work, may: (permission: Permission) => boolean): Count[] {
  const open = '/claims?state=open'
  return [
    {
      title: '赔案已超时',
      value: counts.overdue,
      to: may('claim.assign') ? `${open}&overdue=true` : `${open}&overdue=true&owner=me`,
      icon: 'alert',
      doneBy: HANDLES,
      alarming: true,
    },
    { title: '我负责的', value: counts.mine, to: `${open}&owner=me`, icon: 'folder', doneBy: HANDLES },
    { title: '无人负责', value: counts.unowned, to: `${open}&owner=none`, icon: 'user', doneBy: HANDLES },
    {
      title: '报案待核实',
      value: counts.reportsToVerify,
      to: '/reports?state=draft',
      icon: 'report',
      doneBy: ['report.verify'],
    },
    {
      title: '等我审批',
      value: counts.proposalsForMe,
      to: '#proposals',
      icon: 'shield',
      doneBy: ['claim.approve'],
    },
    {
      title: '函件未送达',
      value: counts.lettersUndelivered,
      to: '/claims?undelivered=true',
      icon: 'mail',
      doneBy: ['claim.letter'],
    },
    { title: '留言待答复', value: counts.messages, to: '#messages', icon: 'mail', doneBy: HANDLES },
    { title: '补录待认可', value: counts.lateEntries, to: '/late-entries', icon: 'clock', doneBy: [] },
    { title: '我的任务', value: counts.myTasks, to: '#tasks', icon: 'check', doneBy: HANDLES },
    {
      title: '账户待复核',
      value: counts.payeesToConfirm,
      to: '#payees',
      icon: 'people',
      doneBy: ['payee.confirm'],
    },
    {
      title: '待付款',
      value: counts.paymentsDue,
      to: '/payments?state=due',
      icon: 'wallet',
      doneBy: ['payment.batch'],
    },
    {
      title: '批次待送银行',
      value: counts.batchesToSend,
      to: '/payment-batches',
      icon: 'upload',
      doneBy: ['payment.send'],
    },
  ]
}

function Counts({ work }: { work: Work }): ReactElement | null {
  const may = useMay()
  const shown = countsOf(work, may).filter((count) => count.value > 0 || count.doneBy.some(may))
  if (shown.length === 0) return null
  return (
    <ul className="ap-counts">
      {shown.map((count) => (
        <li key={count.title}>
          <CountLink to={count.to} alarming={count.alarming === true && count.value > 0} idle={count.value === 0}>
            <Icon name={count.icon} size={18} />
            <strong>{count.value}</strong>
            <span>{count.title}</span>
          </CountLink>
        </li>
      ))}
    </ul>
  )
}

type CountLinkProps = { to: string; alarming: boolean; idle: boolean; children: ReactNode }

function CountLink({ to, alarming, idle, children }: CountLinkProps): ReactElement {
  const look = alarming ? 'ap-count ap-alarming' : idle ? 'ap-count ap-idle' : 'ap-count'
  if (idle && to.startsWith('#')) return <div className={look}>{children}</div>
  return to.startsWith('#') ? (
    <a className={look} href={to}>
      {children}
    </a>
  ) : (
    <Link className={look} to={to}>
      {children}
    </Link>
  )
}

type ListsProps = { work: Work; handles: boolean; calm: boolean }

function Lists({ work, handles, calm }: ListsProps): ReactElement {
  const may = useMay()
  const { proposals, reports, payees, messages, tasks } = work
  const others = [proposals, reports, payees, messages, tasks].reduce((sum, list) => sum + list.length, 0)
  return (
    <>
      {others === 0 ? null : (
        <div className="ap-todo">
          <Proposals work={work} />
          <Reports work={work} />
          <Payees work={work} />
          <Messages work={work} />
          <Tasks work={work} />
        </div>
      )}
      {handles || work.soon.length > 0 ? <DueSoon work={work} /> : null}
      {others === 0 && !handles && calm ? (
        <Panel>
          <Empty act={<WayOn work={work} />}>{restText(work.counts, may)}</Empty>
        </Panel>
      ) : null}
    </>
  )
}

/** Money that waits for whoever makes or sends batches is no calm: it stands on another page. */
function restText(counts: Work['counts'], may: (permission: Permission) => boolean): string {
  if (counts.batchesToSend > 0) return T.toSend
  return counts.paymentsDue > 0 && may('payment.batch') ? T.toBatch : T.calm
}

/** For those whose work is not on this page. */
function WayOn({ work }: { work: Work }): ReactElement | null {
  const may = useMay()
  if (work.counts.batchesToSend > 0) return <Link to="/payment-batches">{T.send}</Link>
  if (work.counts.paymentsDue > 0) return <Link to="/payments?state=due">{T.pay}</Link>
  if (may('assist.open')) return <Link to="/assists">{T.assists}</Link>
  return may('board.read') ? <Link to="/board">{T.board}</Link> : null
}

function DueSoon({ work }: { work: Work }): ReactElement {
  const navigate = useNavigate()
  const unowned = work.counts.unowned === 0 ? null : <Link to="/claims?state=open&owner=none">{T.take}</Link>
  return (
    <Panel flush title={T.soon} acts={<Link to="/claims?state=open&owner=me">{T.all}</Link>}>
      <DataTable<ClaimRow>
        label={T.soon}
        rows={work.soon}
        columns={claimColumns}
        toneOf={dueTone}
        onOpen={(row) => {
          void navigate(`/claims/${row.id}`)
        }}
        empty={<Empty act={unowned}>{T.noneSoon}</Empty>}
      />
    </Panel>
  )
}

type Item = { id: string; to: string; main: ReactNode; note: ReactNode; end: ReactNode }

type TodoProps = {
  readonly id: string
  readonly title: string
  /** How many there are in all; the list holds the most urgent of them. */
  readonly total: number
  readonly items: readonly Item[]
}

function Todo({ id, title, total, items }: TodoProps): ReactElement | null {
  if (items.length === 0) return null
  const acts = total > items.length ? <span className="ap-muted ap-small">先列最急的 {items.length} 项</span> : null
  return (
    <Panel flush id={id} title={`${title}（${Math.max(total, items.length)}）`} acts={acts}>
      <ul className="ap-items">
        {items.map((item) => (
          <li key={item.id}>
            <Link to={item.to}>
              <span>
                {item.main}
                <small>{item.note}</small>
              </span>
              {item.end}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Proposals({ work }: { work: Work }): ReactElement {
  return (
    <Todo
      id="proposals"
      title={T.proposals}
      total={work.counts.proposalsForMe}
      items={work.proposals.map((one) => ({
        id: one.id,
        to: `/claims/${one.claimId}?tab=decision`,
        main: (
          <>
            {one.personName} <b className="ap-num">{yuan(one.totalFen)}</b>
          </>
        ),
        note: [
          one.claimNo,
          `${one.madeBy} ${instantText(one.madeAt)} 提交`,
          `第 ${one.stepsDone + 1}/${one.stepsNeeded} 步`,
        ].join(' · '),
        end: <DueTag of={one} />,
      }))}
    />
  )
}

function Reports({ work }: { work: Work }): ReactElement {
  return (
    <Todo
      id="reports"
      title={T.reports}
      total={work.counts.reportsToVerify}
      items={work.reports.map((one) => ({
        id: one.id,
        to: `/reports/${one.id}`,
        main: one.personName,
        note: `${one.reportNo} · ${instantText(one.receivedAt)} 收到 · ${one.owner ?? '无人承办'}`,
        end: <DueTag of={one} />,
      }))}
    />
  )
}

function Payees({ work }: { work: Work }): ReactElement {
  return (
    <Todo
      id="payees"
      title={T.payees}
      total={work.counts.payeesToConfirm}
      items={work.payees.map((one) => ({
        id: one.id,
        to: one.claimId === null ? '/' : `/claims/${one.claimId}?tab=payments`,
        main: `${one.holderName}（${one.personName}）`,
        note: `${one.claimNo ?? ''} ${instantText(one.madeAt)} 登记`,
        end: <Icon name="right" />,
      }))}
    />
  )
}

function Messages({ work }: { work: Work }): ReactElement {
  return (
    <Todo
      id="messages"
      title={T.messages}
      total={work.counts.messages}
      items={work.messages.map((one) => ({
        id: one.id,
        to: `/claims/${one.claimId}`,
        main: one.personName,
        note: `${one.claimNo} · ${instantText(one.madeAt)} 留言`,
        end: <Icon name="right" />,
      }))}
    />
  )
}

function Tasks({ work }: { work: Work }): ReactElement {
  return (
    <Todo
      id="tasks"
      title={T.tasks}
      total={work.counts.myTasks}
      items={work.tasks.map((one) => ({
        id: one.id,
        to: `/claims/${one.claimId}?tab=tasks`,
        main: one.title,
        note: one.escalatedFrom === null ? one.claimNo : `${one.claimNo}　${one.escalatedFrom}逾期未办，已上报`,
        end: <DueTag of={one} />,
      }))}
    />
  )
}
