/** Who the customer is, whether there is cover, what else there is, and what happened with this request (SRV-04). */
import { getPerson, type PersonView } from '@anpei/contract/customers'
import { askCover } from '@anpei/contract/programme'
import { listRequests, setRequestPerson, type RequestView } from '@anpei/contract/service-desk'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { PersonSearch } from '../claims/index.ts'
import { CareHints, PersonClaims } from '../customers/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Facts, FaultNote, Panel, Tag } from '../kit/index.ts'
import { instantText, today } from '../kernel/index.ts'
import { KnowledgePanel } from '../knowledge/index.ts'
import { RequestState } from './marks.tsx'
import { RequestForms } from './RequestForms.tsx'
import { TopicPick } from './TopicPick.tsx'

type Props = {
  readonly request: RequestView
  /** Puts words into the answer; null for those who only read. */
  readonly onUse: ((text: string) => void) | null
}

export function CustomerSide({ request, onUse }: Props): ReactElement {
  const may = useMay()
  const { person } = request
  return (
    <aside className="dk-side ap-stack" aria-label="客户与记录">
      {person === null ? (
        <Unknown request={request} />
      ) : may('person.read') ? (
        <Customer personId={person.id} request={request} />
      ) : (
        <Panel title="客户">
          <strong>{person.name}</strong>
        </Panel>
      )}
      {request.can.includes('classify') || request.topic !== null ? <TopicPick request={request} /> : null}
      {person === null || !may('roster.read') ? null : <Cover personId={person.id} />}
      {person === null || !may('person.read') ? null : <PersonClaims personId={person.id} />}
      {person === null || !may('care.read') ? null : <RequestForms personId={person.id} requestId={request.id} />}
      {may('knowledge.read') ? (
        <KnowledgePanel question={questionOf(request).slice(0, 60)} {...(onUse ? { onInsert: onUse } : {})} />
      ) : null}
      <Others request={request} />
      <Links request={request} />
      <Story request={request} />
    </aside>
  )
}

/** What the customer wants to know: the subject, else the first words. */
function questionOf({ subject, messages }: RequestView): string {
  return subject || (messages.find((one) => one.direction === 'in')?.text ?? '')
}

/** Somebody wrote or called: who it is has to be confirmed by a person. */
function Unknown({ request }: { request: RequestView }): ReactElement {
  const may = useMay()
  const [picked, setPicked] = useState<string | null>(null)
  const set = useCommand(setRequestPerson)
  const { contact } = request
  return (
    <Panel title="客户">
      <p>
        {contact.name || '没有留姓名'}　<span className="ap-num">{contact.phoneMasked}</span>
      </p>
      <p className="ap-muted ap-small">还没有确认是哪位客户。</p>
      <FaultNote fault={set.fault} />
      {request.can.includes('person') && may('person.read') ? (
        <div className="dk-find">
          <PersonSearch hint="身份证号、电话或姓名" value={picked} onChange={setPicked} first={contact.name} />
          <Button
            disabled={picked === null}
            loading={set.busy}
            onClick={() => {
              if (picked !== null) void set.run({ params: { requestId: request.id }, body: { personId: picked } })
            }}
          >
            就是这位
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

function Customer({ personId, request }: { personId: string; request: RequestView }): ReactElement {
  const found = useCall(getPerson, { params: { personId } })
  return (
    <Panel title="客户" acts={<Link to={`/persons/${personId}`}>全部资料</Link>}>
      <Answered of={found}>{(person) => <Card person={person} request={request} />}</Answered>
    </Panel>
  )
}

function Card({ person, request }: { person: PersonView; request: RequestView }): ReactElement {
  const place = [person.townName, person.villageName].filter((part) => part !== null).join(' · ')
  const { contact } = request
  return (
    <>
      <p className="ap-row">
        <strong>{person.name}</strong>
        <span className="ap-muted">
          {person.sex === 'male' ? '男' : '女'} · {person.age} 岁
        </span>
        {person.diedOn === null ? null : <Tag tone="grey">已于 {person.diedOn} 去世</Tag>}
        {person.lacksCapacity ? <Tag tone="amber">无民事行为能力</Tag> : null}
      </p>
      <CareHints personId={person.id} />
      <Facts
        facts={[
          { label: '身份证号', value: <span className="ap-num">{person.idNumberMasked}</span> },
          { label: '电话', value: <span className="ap-num">{person.phoneMasked || '没有登记'}</span> },
          { label: '户籍', value: place || '未登记' },
          ...(contact.name === '' || contact.name === person.name
            ? []
            : [{ label: '来电、来信的人', value: `${contact.name} ${contact.phoneMasked}` }]),
        ]}
      />
    </>
  )
}

function Cover({ personId }: { personId: string }): ReactElement {
  const found = useCall(askCover, { params: { personId }, query: { day: today() } })
  return (
    <Panel title="今天的保障">
      <Answered of={found}>
        {({ answers }) => (
          <>
            {answers.length === 0 ? <p className="ap-muted">不在任何花名册里。</p> : null}
            {answers.map((one) => (
              <p key={one.programmeId}>
                <Tag tone={one.covered ? 'green' : 'grey'}>{one.covered ? '在保' : '不在保'}</Tag> {one.programme}
                <br />
                <small className="ap-muted">{one.sentence}</small>
              </p>
            ))}
          </>
        )}
      </Answered>
    </Panel>
  )
}

/** Other requests of the same person: the same matter may have come twice. */
function Others({ request }: { request: RequestView }): ReactElement | null {
  const personId = request.person?.id
  const found = useCall(
    listRequests,
    { query: { personId, limit: 10, sort: 'newest' } },
    { enabled: personId !== undefined },
  )
  const others = (found.shown?.items ?? []).filter(({ id }) => id !== request.id)
  if (others.length === 0) return null
  return (
    <Panel title="这位客户的其他服务单" flush>
      <ul className="ap-items">
        {others.map((one) => (
          <li key={one.id}>
            <Link to={`/desk/${one.id}`}>
              <span>
                {one.subject || one.kindWord}
                <small>
                  {one.requestNo} · {instantText(one.receivedAt)}
                </small>
              </span>
              <RequestState of={one} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const PLACES = {
  claim: '/claims/',
  report: '/reports/',
  person: '/persons/',
  request: '/desk/',
  visit: '/visits/',
} as const

function Links({ request }: { request: RequestView }): ReactElement | null {
  const { links, policy, origin } = request
  if (links.length === 0 && policy === null && origin === null) return null
  return (
    <Panel title="关联">
      <ul className="ap-plain-list">
        {links.map((one) => (
          <li key={`${one.kind}${one.id}`}>
            <Link to={`${PLACES[one.kind]}${one.id}`}>{one.label}</Link>
          </li>
        ))}
        {policy === null ? null : (
          <li>
            其他公司的保单：{policy.insurer} {policy.number} {policy.holder}
          </li>
        )}
        {origin === null ? null : <li>{originText(origin)}</li>}
      </ul>
    </Panel>
  )
}

function originText(origin: NonNullable<RequestView['origin']>): string {
  const { postmarkOn, trackingNo, sheetNo, sender, answerBy } = origin
  const parts = [
    postmarkOn === null ? '' : `邮戳 ${postmarkOn}`,
    trackingNo === '' ? '' : `编号 ${trackingNo}`,
    sheetNo === '' ? '' : `转办单 ${sheetNo}`,
    sender === '' ? '' : `来自${sender}`,
    answerBy === null ? '' : `要求 ${answerBy} 前答复`,
  ]
  return parts.filter((part) => part !== '').join('，')
}

function Story({ request }: { request: RequestView }): ReactElement {
  const [open, setOpen] = useState(false)
  const shown = open ? request.timeline : request.timeline.slice(-5)
  return (
    <Panel
      title="处理记录"
      acts={
        request.timeline.length > 5 ? (
          <Button size="small" type="link" onClick={() => setOpen(!open)}>
            {open ? '只看最近' : `全部 ${request.timeline.length} 条`}
          </Button>
        ) : null
      }
    >
      <ol className="dk-story">
        {shown.toReversed().map((one) => (
          <li key={one.id}>
            <time dateTime={one.at}>{instantText(one.at)}</time> {one.title}
            <small className="ap-muted">
              {' '}
              {one.by}
              {one.reason === null ? '' : `：${one.reason}`}
            </small>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
