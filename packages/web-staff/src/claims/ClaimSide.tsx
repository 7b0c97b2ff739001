/** Beside the tabs: what still stands open, the clocks explained, the person, and the person's other claims. */
import type { ClaimView } from '@anpei/contract/claims'
import { CAUSES, PLACES, RELATIONS, VEHICLE_WORDS } from '@anpei/domain/claims'
import type { Instant } from '@anpei/domain/kernel'
import { RUN_STATE_WORDS } from '@anpei/domain/sla'
import { Tooltip } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { CareWords } from '../customers/index.ts'
import { useMay } from '../identity/index.ts'
import { Facts, Icon, keyIn, Panel } from '../kit/index.ts'
import { dueText, instantText, yuan } from '../kernel/index.ts'
import { DeathCoverPanel } from '../programme/index.ts'
import { Extensions } from './decision/Extensions.tsx'
import { Messages } from './telling/Messages.tsx'
import { Routing } from './assessment/Routing.tsx'
import { DueTag, wordIn } from './tags.tsx'

const T = {
  debts: '结案前还欠',
  clocks: '时限',
  person: '被保险人与保障',
  accident: '出险经过',
  others: '同一客户其他赔案',
  provisional: '暂定',
  stopped: '已停的',
  used: '已行使',
  paused: '暂停计时',
  toldUntil: '已告知延至',
} as const

export function ClaimSide({ claim, beside }: { claim: ClaimView; beside: ReactNode }): ReactElement {
  return (
    <aside className="ap-stack" aria-label="案件概况">
      {claim.debts.length === 0 ? null : (
        <Panel title={`${T.debts}（${claim.debts.length}）`}>
          <ul className="ap-check-list ap-debts">
            {claim.debts.map((debt, index) => (
              <li key={`${debt.code}${index}`}>
                <span className="ap-warn">
                  <Icon name="minus" size={14} />
                </span>
                {debt.text}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Messages claim={claim} />
      <Routing claim={claim} />
      <Clocks claim={claim} />
      <Extensions claimId={claim.id} />
      <Person claim={claim} />
      {claim.deathCover === null ? null : <DeathCoverPanel cover={claim.deathCover} personId={claim.personId} />}
      <AccidentTold claim={claim} />
      {beside}
      <Complaints claimId={claim.id} />
      {claim.otherClaims.length === 0 ? null : (
        <Panel title={T.others}>
          <ul className="ap-check-list">
            {claim.otherClaims.map((other) => (
              <li key={other.id}>
                <Link className="ap-num" to={`/claims/${other.id}`}>
                  {other.claimNo}
                </Link>
                <span className="ap-muted ap-small">
                  {other.accidentOn} · {other.stateWord} · {yuan(other.paidFen)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </aside>
  )
}

/** Those about this claim, for whoever may read complaints; one about oneself is not among them (CMP-05). */
function Complaints({ claimId }: { claimId: string }): ReactElement | null {
  const may = useMay()
  if (!may('complaint.read')) return null
  return (
    <p className="ap-row ap-small">
      <Link to={`/complaints?whose=all&claimId=${claimId}`}>本案的投诉</Link>
      {may('complaint.record') ? <Link to={`/complaints/new?claimId=${claimId}`}>登记投诉</Link> : null}
    </p>
  )
}

/** What still runs first, by what breaks first; what has stopped is history and folds away. */
function Clocks({ claim: { clocks } }: { claim: ClaimView }): ReactElement | null {
  if (clocks.length === 0) return null
  const dueFirst = (one: Clock, other: Clock) => (one.dueAt ?? '~').localeCompare(other.dueAt ?? '~')
  const running = clocks.filter((clock) => clock.stoppedAt === null).toSorted(dueFirst)
  const stopped = clocks.filter((clock) => clock.stoppedAt !== null)
  return (
    <Panel title={T.clocks}>
      <ClockList clocks={running} />
      {stopped.length === 0 ? null : (
        <details open={running.length === 0}>
          <summary>
            {T.stopped} {stopped.length} 项
          </summary>
          <ClockList clocks={stopped} />
        </details>
      )}
    </Panel>
  )
}

type Clock = ClaimView['clocks'][number]

function ClockList({ clocks }: { clocks: readonly Clock[] }): ReactElement {
  return (
    <ul className="ap-clocks">
      {clocks.map((clock) => (
        <li key={`${clock.clockId}${clock.startedAt}`}>
          <span>
            {clock.title}
            <Tooltip title={clock.explanation} trigger={['hover', 'focus', 'click']}>
              <button type="button" className="ap-why" aria-label={`${clock.title}怎样算出`}>
                <Icon name="help" size={14} />
              </button>
            </Tooltip>
            {clock.provisional ? <small>{T.provisional}</small> : null}
            {clock.promisedDueAt === null ? null : (
              <small className="ap-muted">
                {T.toldUntil} <span className="ap-num">{dueText(clock.dueAt)}</span>
              </small>
            )}
          </span>
          {clock.stoppedAt === null ? <Running clock={clock} /> : <Stopped clock={clock} at={clock.stoppedAt} />}
        </li>
      ))}
    </ul>
  )
}

/** A clock that waits for the customer has no end while it waits. */
function Running({ clock }: { clock: Clock }): ReactElement {
  return clock.dueAt === null ? <small className="ap-muted">{T.paused}</small> : <DueTag of={clock} />
}

/** Kept or not: the claim's own page says so as the ledger of promises does. */
function Stopped({ clock: { right, state }, at }: { clock: Clock; at: Instant }): ReactElement {
  const known = keyIn(RUN_STATE_WORDS, state)
  return (
    <small className={state === 'broken' && !right ? 'ap-broken ap-num' : 'ap-muted ap-num'}>
      {right ? T.used : known ? RUN_STATE_WORDS[known] : state} {instantText(at)}
    </small>
  )
}

function Person({ claim }: { claim: ClaimView }): ReactElement {
  const { programme, reporter } = claim
  const may = useMay()
  const whole = may('person.read') ? <Link to={`/persons/${claim.personId}`}>全部资料</Link> : null
  return (
    <Panel title={T.person} acts={whole}>
      <CareWords hints={claim.careHints} />
      <Facts
        facts={[
          { label: '姓名', value: `${claim.personName}，${claim.age} 岁` },
          { label: '证件号', value: <span className="ap-num">{claim.idNumberMasked}</span> },
          { label: '电话', value: <span className="ap-num">{claim.phoneMasked || '—'}</span> },
          { label: '村居', value: claim.villageName ?? '—' },
          { label: '方案', value: `${programme.name} 第 ${programme.versionNo} 版（${programme.effectiveFrom} 起）` },
          {
            label: '报案人',
            value: `${reporter.name}（${wordIn(RELATIONS, reporter.relation)}）${reporter.phoneMasked}`,
          },
          {
            label: '报案',
            value: (
              <Link className="ap-num" to={`/reports/${claim.reportId}`}>
                {claim.reportNo}
              </Link>
            ),
          },
          { label: '收到', value: <span className="ap-num">{instantText(claim.receivedAt)}</span> },
          { label: '请求给付', value: <span className="ap-num">{instantText(claim.requestedAt)}</span> },
        ]}
      />
    </Panel>
  )
}

function AccidentTold({ claim: { accident, vehicle } }: { claim: ClaimView }): ReactElement {
  const place = [accident.place === null ? '' : PLACES[accident.place], accident.placeText].filter(Boolean).join('，')
  return (
    <Panel title={T.accident}>
      <Facts
        facts={[
          {
            label: '时间',
            value: (
              <span className="ap-num">
                {accident.accidentOn} {accident.accidentTime ?? ''}
              </span>
            ),
          },
          { label: '原因', value: CAUSES[accident.cause] },
          { label: '地点', value: place || '—' },
          { label: '交通工具', value: VEHICLE_WORDS[vehicle] },
          { label: '医院', value: accident.hospital || '—' },
          ...(accident.diedOn === null ? [] : [{ label: '身故日期', value: accident.diedOn }]),
        ]}
      />
      {accident.narrative ? <p className="ap-narrative">{accident.narrative}</p> : null}
    </Panel>
  )
}
