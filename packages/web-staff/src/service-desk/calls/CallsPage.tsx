/** 通话: who is owed a call back, by what breaks first, and the call log (SRV-03, T03, T10). */
import { listCalls, revealCallNumber, takeCall, type CallView } from '@anpei/contract/service-desk'
import { CALL_LINES, CALL_RECORDINGS, callLifecycle } from '@anpei/domain/service-desk'
import { Button, Segmented, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { DueTag } from '../../claims/index.ts'
import { useCall, useCommand, useLive } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  FaultNote,
  keyIn,
  PageHead,
  Pager,
  Panel,
  stateChoices,
  Tag,
  useSearchState,
  type SearchState,
  type Column,
  clearable,
} from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { SpokenMark } from '../marks.tsx'
import { RegisterDialog } from '../RegisterDialog.tsx'
import { CallBackDialog } from './CallBackDialog.tsx'
import { CallerDialog } from './CallerDialog.tsx'
import { RecordingDialog } from './RecordingDialog.tsx'
import { spanText } from './span-text.ts'
import '../desk.css'

const SHOWN = { owed: '待回拨', mine: '我接的', all: '全部通话' } as const
const NONE = { owed: '没有待回拨的来电。', mine: '您还没有接过电话。', all: '没有通话记录。' } as const
const SIZE = 20
const heard = [listCalls]

export default function CallsPage(): ReactElement {
  const search = useSearchState()
  const mayLead = useMay()('desk.lead')
  useLive('call', heard)
  const { show, line, state, fromOn, toOn } = filtersOf(search)
  const found = useCall(listCalls, { query: { show, line, state, fromOn, toOn, limit: SIZE, cursor: search.cursor } })
  const [calling, setCalling] = useState<CallView | null>(null)
  const [hearing, setHearing] = useState<CallView | null>(null)
  const [whose, setWhose] = useState<CallView | null>(null)
  const [writing, setWriting] = useState<CallView | null>(null)
  const navigate = useNavigate()
  return (
    <div className="ap-stack">
      <PageHead title="通话" note="没接通的来电都要回拨，先到期的在前；打通才算回拨到。">
        <Link to="/prompts">录音提示</Link>
        {mayLead ? <Link to="/telephone">线路和分机</Link> : null}
      </PageHead>
      <Panel flush>
        <CallFilters search={search} />
        <Answered of={found}>
          {(page) => (
            <>
              <Calls
                rows={page.items}
                onCall={setCalling}
                onHear={setHearing}
                onWhose={setWhose}
                onWrite={setWriting}
                empty={NONE[show]}
              />
              <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
            </>
          )}
        </Answered>
      </Panel>
      {hearing ? (
        <RecordingDialog
          call={hearing}
          onClose={() => {
            setHearing(null)
          }}
        />
      ) : null}
      {whose ? (
        <CallerDialog
          call={whose}
          onClose={() => {
            setWhose(null)
          }}
        />
      ) : null}
      {writing ? (
        <RegisterDialog call={writing} onClose={() => setWriting(null)} onMade={(id) => void navigate(`/desk/${id}`)} />
      ) : null}
      {calling ? (
        <CallBackDialog
          call={calling}
          onClose={() => {
            setCalling(null)
          }}
        />
      ) : null}
    </div>
  )
}

function CallFilters({ search }: { search: SearchState }): ReactElement {
  const { show, line, state, fromOn, toOn } = filtersOf(search)
  return (
    <div className="ap-filters">
      {fromOn && toOn ? <Tag icon="clock">{`${fromOn} 至 ${toOn} 的来电`}</Tag> : null}
      <Segmented
        aria-label="看哪些通话"
        value={show}
        options={choicesOf(SHOWN)}
        onChange={(value) => search.set({ show: String(value), from: undefined, to: undefined })}
      />
      <Select
        aria-label="线路"
        placeholder="全部线路"
        allowClear={clearable}
        value={line}
        options={choicesOf(CALL_LINES)}
        onChange={(value) => search.set({ line: value })}
      />
      {show === 'owed' ? null : (
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear={clearable}
          value={state}
          options={stateChoices(callLifecycle)}
          onChange={(value) => search.set({ state: value })}
        />
      )}
    </div>
  )
}

function filtersOf(search: SearchState) {
  const show = keyIn(SHOWN, search.get('show')) ?? 'owed'
  const state = show === 'owed' ? undefined : keyIn(callLifecycle.states, search.get('state'))
  const days = show === 'all' ? { fromOn: search.get('from'), toOn: search.get('to') } : {}
  return { show, line: keyIn(CALL_LINES, search.get('line')), state, ...days }
}

type CallsProps = {
  readonly rows: readonly CallView[]
  readonly onCall: (call: CallView) => void
  readonly onHear: (call: CallView) => void
  readonly onWhose: (call: CallView) => void
  readonly onWrite: (call: CallView) => void
  readonly empty: string
}

function Calls({ rows, onCall, onHear, onWhose, onWrite, empty }: CallsProps): ReactElement {
  const take = useCommand(takeCall)
  const reveal = useCommand(revealCallNumber)
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({})
  const show = async (call: CallView): Promise<void> => {
    const told = await reveal.run({ params: { callId: call.id } })
    if (told) setNumbers({ ...numbers, [call.id]: told.phone })
  }
  const acts = (call: CallView): ReactElement => (
    <span className="ap-row">
      {call.can.includes('take') ? (
        <Button size="small" onClick={() => void take.run({ params: { callId: call.id } })}>
          我来回拨
        </Button>
      ) : null}
      {call.can.includes('reveal') && numbers[call.id] === undefined ? (
        <Button size="small" onClick={() => void show(call)}>
          看号码
        </Button>
      ) : null}
      {call.can.includes('listen') ? (
        <Button size="small" onClick={() => onHear(call)}>
          听录音
        </Button>
      ) : null}
      {call.can.includes('correct') ? (
        <Button size="small" onClick={() => onWhose(call)}>
          {call.person ? '不是这位客户' : '登记是谁'}
        </Button>
      ) : null}
      {call.can.includes('link') ? (
        <Button size="small" onClick={() => onWrite(call)}>
          登记服务单
        </Button>
      ) : null}
      {call.can.includes('callBack') ? (
        <Button size="small" type="primary" onClick={() => onCall(call)}>
          登记回拨
        </Button>
      ) : null}
    </span>
  )
  return (
    <>
      <FaultNote fault={take.fault ?? reveal.fault} />
      <DataTable<CallView>
        label="通话"
        rows={rows}
        columns={columnsFor(numbers, acts)}
        empty={<Empty>{empty}</Empty>}
      />
    </>
  )
}

function columnsFor(
  numbers: Readonly<Record<string, string>>,
  acts: (call: CallView) => ReactElement,
): readonly Column<CallView>[] {
  return [
    {
      key: 'who',
      title: '客户',
      render: (call) => (
        <>
          {call.person ? <Link to={`/customers/${call.person.id}`}>{call.person.name}</Link> : '未登记'}
          <br />
          <span className="ap-num">{numbers[call.id] ?? (call.phoneMasked || '未显示号码')}</span>
        </>
      ),
    },
    {
      key: 'line',
      title: '线路',
      render: (call) => (
        <>
          {call.lineWord}
          <br />
          <small>
            {call.direction === 'out' ? '呼出' : '呼入'} {instantText(call.rangAt)}
          </small>
        </>
      ),
    },
    {
      key: 'state',
      title: '状态',
      render: (call) => (
        <>
          <Tag tone={call.state === 'missed' ? 'amber' : 'grey'}>{call.stateWord}</Tag> <SpokenMark of={call} />
          <br />
          <small>
            {lasted(call)}
            {call.recording === 'none' ? null : ` · ${CALL_RECORDINGS[call.recording]}`}
            {call.recordingGone === '' ? null : `（${call.recordingGone}）`}
          </small>
        </>
      ),
    },
    {
      key: 'agent',
      title: '坐席',
      wideOnly: true,
      render: (call) => call.agentName ?? (call.ownerName ? `${call.ownerName}回拨` : '—'),
    },
    {
      key: 'request',
      title: '服务单',
      wideOnly: true,
      render: (call) => (call.request ? <Link to={`/desk/${call.request.id}`}>{call.request.requestNo}</Link> : '—'),
    },
    { key: 'due', title: '应回拨', render: (call) => (call.state === 'missed' ? <DueTag of={call} /> : '') },
    { key: 'act', title: '', render: acts },
  ]
}

/** Who asked on the web page to be rung waited on no line. */
function lasted(call: CallView): string {
  const waited = call.waitedSeconds ? `等了 ${spanText(call.waitedSeconds)}` : ''
  const talked = call.talkedSeconds === null ? '' : `通话 ${spanText(call.talkedSeconds)}`
  const tried = call.tries > 0 ? `回拨 ${call.tries} 次` : ''
  return [waited, talked, tried].filter(Boolean).join('，')
}
