/** On the first page: complaints the reader answers for, and calls the reader owes (CMP-04, CBK-01). */
import { listCallbacks } from '@anpei/contract/callbacks'
import {
  listComplaints,
  listComplaintWaiting,
  listImprovements,
  type ImprovementItem,
} from '@anpei/contract/complaints'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { DueTag } from '../claims/index.ts'
import { useCall } from '../client/index.ts'
import { Panel, Tag } from '../kit/index.ts'

const SHOWN = 6

/** null: none, or not allowed. */
export function useMyComplaints(allowed: boolean): ReactElement | null {
  return useComplaints('mine', '我负责的投诉', allowed)
}

/** For the coordination group: those that nobody answers for. */
export function useUnassignedComplaints(allowed: boolean): ReactElement | null {
  return useComplaints('unassigned', '还没有责任人的投诉', allowed)
}

function useComplaints(whose: 'mine' | 'unassigned', title: string, allowed: boolean): ReactElement | null {
  const query = { whose, limit: SHOWN } as const
  const page = useCall(listComplaints, { query }, { everySeconds: 300, enabled: allowed }).shown
  if (!page || page.items.length === 0) return null
  const acts = <Link to={`/complaints?whose=${whose}`}>全部</Link>
  return (
    <Panel flush title={`${title}（${page.total ?? page.items.length}）`} acts={acts}>
      <ul className="ap-items">
        {page.items.map((one) => (
          <Row
            key={one.id}
            to={`/complaints/${one.id}`}
            name={`${one.complaintNo}　${one.name}`}
            due={<DueTag of={one} />}
          >
            {one.stateWord}　{one.causeWord ?? '未分类'}
          </Row>
        ))}
      </ul>
    </Panel>
  )
}

/** What waits for the reader's word on complaints of others, steps of a plan, 核查, and reports to the regulator. */
export function useComplaintWaiting(allowed: boolean): ReactElement | null {
  const found = useCall(listComplaintWaiting, {}, { everySeconds: 300, enabled: allowed }).shown
  if (!found || found.items.length === 0) return null
  return (
    <Panel flush title={`投诉中等我处理的（${found.items.length}）`}>
      <ul className="ap-items">
        {found.items.map((one) => (
          <Row
            key={one.id}
            to={one.kind.startsWith('sheet') ? '/regulator-sheets' : `/complaints/${one.complaintId}`}
            name={`${one.kindWord}　${one.name}`}
            due={one.dueOn ? <Tag tone={one.late ? 'red' : 'plain'}>{one.dueOn} 前</Tag> : <DueTag of={one} />}
          >
            {one.complaintNo}　{one.what}
          </Row>
        ))}
      </ul>
    </Panel>
  )
}

/** 整改 the reader is to carry out, with their days (CMP-13). */
export function useMyImprovements(allowed: boolean): ReactElement | null {
  return useImprovements('我负责的整改', { whose: 'mine', state: 'assigned' }, allowed)
}

/** For the coordination group: those that begin only when they are given out. */
export function useProposedImprovements(allowed: boolean): ReactElement | null {
  return useImprovements('待下达的整改', { whose: 'open', state: 'proposed' }, allowed)
}

type Asked = { readonly whose: 'mine' | 'open'; readonly state: ImprovementItem['state'] }

function useImprovements(title: string, asked: Asked, allowed: boolean): ReactElement | null {
  const query = { ...asked, limit: SHOWN }
  const page = useCall(listImprovements, { query }, { everySeconds: 300, enabled: allowed }).shown
  if (!page || page.items.length === 0) return null
  const acts = <Link to={`/improvements?whose=${asked.whose}&state=${asked.state}`}>全部</Link>
  return (
    <Panel flush title={`${title}（${page.total ?? page.items.length}）`} acts={acts}>
      <ul className="ap-items">
        {page.items.map((one) => (
          <Row
            key={one.id}
            to={`/improvements/${one.id}`}
            name={`${one.improvementNo}　${one.title}`}
            due={<Tag tone={one.late ? 'red' : 'plain'}>{one.dueOn} 前</Tag>}
          >
            {one.place.stepWord}　{one.place.causeWord}
          </Row>
        ))}
      </ul>
    </Panel>
  )
}

export function useMyCallbacks(allowed: boolean): ReactElement | null {
  return useCallbacks('mine', '/callbacks?show=mine', '我欠的回访', allowed)
}

/** Asked at a door by a colleague and not taken: another person lets it count or not (CBK-02). */
export function useDoorTalksToChoose(allowed: boolean): ReactElement | null {
  return useCallbacks('choose', '/callbacks?show=door', '上门时问到、等我选定的回访', allowed)
}

function useCallbacks(show: 'mine' | 'choose', to: string, title: string, allowed: boolean): ReactElement | null {
  const query = { show, limit: SHOWN } as const
  const page = useCall(listCallbacks, { query }, { everySeconds: 300, enabled: allowed }).shown
  if (!page || page.items.length === 0) return null
  const acts = <Link to={to}>全部</Link>
  return (
    <Panel flush title={`${title}（${page.total ?? page.items.length}）`} acts={acts}>
      <ul className="ap-items">
        {page.items.map((one) => (
          <Row
            key={one.id}
            to={`/callbacks/${one.id}`}
            name={`${one.occasionWord}　${one.name}`}
            due={<Tag tone={one.late ? 'red' : 'plain'}>{one.timeLeft?.text ?? one.dueOn}</Tag>}
          >
            {one.about}
          </Row>
        ))}
      </ul>
    </Panel>
  )
}

type RowProps = { readonly to: string; readonly name: string; readonly due: ReactNode; readonly children: ReactNode }

function Row({ to, name, due, children }: RowProps): ReactElement {
  return (
    <li>
      <Link to={to}>
        <span>
          {name}
          <small>{children}</small>
        </span>
        {due}
      </Link>
    </li>
  )
}
