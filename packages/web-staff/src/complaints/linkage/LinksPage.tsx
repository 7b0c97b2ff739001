/** CMP-12: what complaints of different people have in common; each signal says why, a person decides. */
import { decideComplaintLink, listComplaintLinks, type LinkSignalView } from '@anpei/contract/complaints'
import { LINK_VERDICTS, type LinkVerdict } from '@anpei/domain/complaints'
import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import {
  Answered,
  choicesOf,
  Empty,
  keyIn,
  PageHead,
  Panel,
  ReasonDialog,
  Tag,
  useSearchState,
} from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ComplaintTag } from '../marks.tsx'
import '../complaints.css'

const SHOW = { open: '待判断', all: '全部' } as const
const DAYS = { 30: '近 30 天', 90: '近 90 天', 180: '近半年', 365: '近一年' } as const

export default function LinksPage(): ReactElement {
  const { get, set } = useSearchState()
  const show = keyIn(SHOW, get('show')) ?? 'open'
  const days = Number(keyIn(DAYS, get('days')) ?? 90)
  const found = useCall(listComplaintLinks, { query: { days, show } })
  return (
    <div className="ap-stack">
      <PageHead
        title="关联线索"
        note="线索只供人判断：关联不改变任何时限、类别和优先级，也不合并投诉。涉及本人的投诉不参与比较。"
      />
      <div className="ap-row">
        <Segmented
          aria-label="看哪些线索"
          value={show}
          options={choicesOf(SHOW)}
          onChange={(value) => {
            set({ show: value === 'all' ? 'all' : undefined })
          }}
        />
        <Segmented
          aria-label="多久以内收到的投诉"
          value={String(days)}
          options={choicesOf(DAYS)}
          onChange={(value) => {
            set({ days: value })
          }}
        />
      </div>
      <Answered of={found}>
        {({ items, compared, capped }) => (
          <>
            <p className="ap-small ap-muted">
              比较了 {compared} 件投诉{capped ? '（只比较最近收到的这些，更早的没有比较）' : ''}。
            </p>
            {items.length === 0 ? (
              <Panel>
                <Empty>{show === 'open' ? '没有等着判断的线索。' : '没有发现不同投诉人之间的共同点。'}</Empty>
              </Panel>
            ) : null}
            {items.map((one) => (
              <Signal key={keyOf(one)} signal={one} days={days} />
            ))}
          </>
        )}
      </Answered>
    </div>
  )
}

function keyOf({ kind, complaints }: LinkSignalView): string {
  return `${kind}:${complaints.map((one) => one.id).join()}`
}

function Signal({ signal, days }: { signal: LinkSignalView; days: number }): ReactElement {
  const [verdict, setVerdict] = useState<LinkVerdict | null>(null)
  const command = useCommand(decideComplaintLink)
  const { kind, complaints, decided, canDecide } = signal
  const save = async (given: LinkVerdict, reason: string): Promise<void> => {
    const complaintIds = complaints.map((one) => one.id)
    if (await command.run({ body: { days, kind, complaintIds, verdict: given, reason } })) setVerdict(null)
  }
  const acts = canDecide ? (
    <>
      <Button onClick={() => setVerdict('apart')}>{LINK_VERDICTS.apart}</Button>
      <Button type="primary" onClick={() => setVerdict('linked')}>
        {LINK_VERDICTS.linked}
      </Button>
    </>
  ) : null
  return (
    <Panel title={signal.kindWord} acts={acts}>
      <p>{signal.reason}</p>
      {canDecide ? null : <p className="ap-small ap-muted">其中有您须回避的投诉，由其他协调人判断。</p>}
      {decided === null ? null : <Before decided={decided} />}
      <ul className="cm-tasks cm-part">
        {complaints.map((one) => (
          <li key={one.id} className="ap-row">
            <Link to={`/complaints/${one.id}`} className="ap-num ap-strong">
              {one.complaintNo}
            </Link>
            {one.name}
            <ComplaintTag state={one.state} word={one.stateWord} />
            <span className="ap-small ap-muted">
              {instantText(one.receivedAt)} 收到，{one.responsibleName ?? '未指派'}
            </span>
          </li>
        ))}
      </ul>
      {verdict === null ? null : (
        <ReasonDialog
          title={verdict === 'linked' ? `把这 ${complaints.length} 件关联起来` : '这些投诉不关联'}
          label="理由"
          okText={LINK_VERDICTS[verdict]}
          note="各件仍按各自的时限、类别和责任人办理。"
          max={1000}
          busy={command.busy}
          fault={command.fault}
          onClose={() => setVerdict(null)}
          onSave={(reason) => void save(verdict, reason)}
        />
      )}
    </Panel>
  )
}

function Before({ decided }: { decided: NonNullable<LinkSignalView['decided']> }): ReactElement {
  const { verdict, verdictWord, reason, by, at, fresh } = decided
  return (
    <p className="ap-row">
      <Tag tone={verdict === 'linked' ? 'blue' : 'grey'}>{verdictWord}</Tag>
      {by}，{instantText(at)}：{reason}
      {fresh > 0 ? <Tag tone="amber">此后又有 {fresh} 件</Tag> : null}
    </p>
  )
}
