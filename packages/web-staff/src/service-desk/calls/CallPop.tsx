/** The screen pop: what rings at my extension, who it may be, and one click to write it down (SRV-03). */
import { getMyCall, linkCall, type CallView } from '@anpei/contract/service-desk'
import { Button } from 'antd'
import { lazy, Suspense, useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand, useLive } from '../../client/index.ts'
import { FaultNote, Icon } from '../../kit/index.ts'
import { SpokenMark } from '../marks.tsx'
import '../desk.css'

const heard = [getMyCall]
/** Loaded with the first call: it is in no first page. */
const RegisterDialog = lazy(async () => ({ default: (await import('../RegisterDialog.tsx')).RegisterDialog }))

export function CallPop(): ReactElement | null {
  useLive('call', heard)
  const { shown } = useCall(getMyCall, {}, { everySeconds: 60 })
  const [put, setPut] = useState<string | null>(null)
  const call = shown?.call ?? null
  if (!shown || call === null || put === call.id) return null
  return (
    <section className="dk-pop" aria-label="来电" aria-live="assertive">
      <header>
        <b>
          <Icon name="phone" /> {call.lineWord}
          {call.direction === 'out' ? '（呼出）' : ''} · {call.stateWord}
        </b>
        <Button
          type="text"
          size="small"
          onClick={() => {
            setPut(call.id)
          }}
        >
          收起
        </Button>
      </header>
      <p className="dk-caller">
        {call.person ? <Link to={`/customers/${call.person.id}`}>{call.person.name}</Link> : '未登记的号码'}
        <span className="ap-num">{call.phoneMasked || '未显示号码'}</span>
      </p>
      <p className="ap-small ap-row">
        {shown.earlierCalls > 0 ? `此前来电 ${shown.earlierCalls} 次` : '第一次来电'}
        <SpokenMark of={call} />
      </p>
      <Known call={call} requests={shown.requests} />
      <Write call={call} />
    </section>
  )
}

type KnownProps = {
  readonly call: CallView
  readonly requests: readonly { id: string; requestNo: string; kindWord: string; stateWord: string }[]
}

function Known({ call, requests }: KnownProps): ReactElement | null {
  const navigate = useNavigate()
  const link = useCommand(linkCall)
  if (requests.length === 0) return null
  const hang = async (requestId: string): Promise<void> => {
    if (await link.run({ params: { callId: call.id }, body: { requestId } })) void navigate(`/desk/${requestId}`)
  }
  return (
    <>
      <FaultNote fault={link.fault} />
      <ul className="dk-known" aria-label="这位客户没办完的服务单">
        {requests.map((one) => (
          <li key={one.id}>
            <span className="ap-num">{one.requestNo}</span> {one.kindWord} · {one.stateWord}
            {call.request?.id === one.id ? (
              <small>已记到这张单</small>
            ) : (
              <Button size="small" onClick={() => void hang(one.id)}>
                问的是这件
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Write({ call }: { call: CallView }): ReactElement {
  const navigate = useNavigate()
  const [writing, setWriting] = useState(false)
  return (
    <>
      <Button
        type={call.request ? 'default' : 'primary'}
        block
        onClick={() => {
          setWriting(true)
        }}
      >
        {call.request ? '另登记一件' : '登记这通来电'}
      </Button>
      {writing ? (
        <Suspense>
          <RegisterDialog
            call={call}
            onClose={() => {
              setWriting(false)
            }}
            onMade={(id) => {
              setWriting(false)
              void navigate(`/desk/${id}`)
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}
