/** Video help at the desk: opens the room, sends link and code, and shows the customer (SRV-09). */
import { closeVideoRoom, getVisit, openVideoRoom, readRoomSignals, sendRoomSignal } from '@anpei/contract/visits'
import type { Answer } from '@anpei/contract/kernel'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useParams } from 'react-router'
import { useCall, useCommand, useLive } from '../client/index.ts'
import { Answered, FaultNote, LinkButton, PageHead, Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { hostCall, type HostCall, type HostStanding } from './host-call.ts'
import './visits.css'

type Room = Answer<typeof openVideoRoom>
const LISTENED = [readRoomSignals]
const T = {
  title: '视频协助',
  open: '打开房间并发短信',
  again: '重新打开并再发短信',
  close: '结束视频',
  record: '填写记录',
  note: '打开后系统把链接和验证码发给客户；客户同意后才打开摄像头，不录像。',
  noCamera: '这台电脑打不开摄像头或话筒，请检查后再试。',
  until: '有效至',
  mine: '我的画面',
  theirs: '客户画面',
} as const
const STANDINGS: Readonly<Record<HostStanding, string>> = {
  waiting: '等客户进入',
  connecting: '正在接通',
  talking: '已接通',
  left: '客户已离开，可等其再次进入',
}

export default function VideoRoomPage(): ReactElement {
  const { visitId = '' } = useParams()
  const visit = useCall(getVisit, { params: { visitId } })
  return (
    <Answered of={visit}>
      {(view) => (
        <div className="ap-stack">
          <PageHead title={`${T.title}：${view.name}`} tab={T.title} note={view.when ?? ''}>
            <LinkButton to={`/visits/${visitId}/do`}>{T.record}</LinkButton>
          </PageHead>
          <RoomPanel visitId={visitId} />
        </div>
      )}
    </Answered>
  )
}

function RoomPanel({ visitId }: { visitId: string }): ReactElement {
  const opening = useCommand(openVideoRoom)
  const [room, setRoom] = useState<{ room: Room; own: MediaStream } | null>(null)
  const [noCamera, setNoCamera] = useState(false)
  const open = async (): Promise<void> => {
    const own = await navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).catch(() => null)
    setNoCamera(!own)
    if (!own) return
    const made = await opening.run({ params: { visitId } })
    if (made) setRoom({ room: made, own })
    else for (const track of own.getTracks()) track.stop()
  }
  return (
    <Panel>
      <p className="ap-muted">{T.note}</p>
      {noCamera ? <Alert type="error" showIcon title={T.noCamera} /> : null}
      <FaultNote fault={opening.fault} />
      {room ? (
        <Talk
          key={room.room.roomId}
          visitId={visitId}
          room={room.room}
          own={room.own}
          onClosed={() => {
            setRoom(null)
          }}
        />
      ) : (
        <Button
          type="primary"
          size="large"
          loading={opening.busy}
          onClick={() => {
            void open()
          }}
        >
          {T.open}
        </Button>
      )}
    </Panel>
  )
}

type TalkProps = {
  readonly visitId: string
  readonly room: Room
  readonly own: MediaStream
  readonly onClosed: () => void
}

function Talk({ visitId, room, own, onClosed }: TalkProps): ReactElement {
  const [standing, setStanding] = useState<HostStanding>('waiting')
  const [theirs, setTheirs] = useState<MediaStream | null>(null)
  const closing = useCommand(closeVideoRoom, { quiet: true })
  const { take, end } = useHost(visitId, room, own, setStanding, setTheirs)
  const signals = useCall(readRoomSignals, { params: { visitId }, query: {} }, { everySeconds: 3 })
  useLive(`video:${room.roomId}`, LISTENED)
  const heard = signals.data?.items
  useEffect(() => {
    if (heard) take(heard)
  }, [heard, take])
  const close = async (): Promise<void> => {
    await closing.run({ params: { visitId } })
    end()
    onClosed()
  }
  return (
    <div className="ap-stack">
      <p className="ap-row" role="status">
        <Tag tone={standing === 'talking' ? 'green' : 'amber'}>{STANDINGS[standing]}</Tag>
        <span className="ap-muted">
          {T.until} {instantText(room.expiresAt)}
        </span>
      </p>
      <div className="ap-visit-video">
        <Picture stream={theirs} label={T.theirs} />
        <Picture stream={own} label={T.mine} muted />
      </div>
      <Button
        danger
        loading={closing.busy}
        onClick={() => {
          void close()
        }}
      >
        {T.close}
      </Button>
    </div>
  )
}

type Heard = Answer<typeof readRoomSignals>['items']

/** Signals are taken once each and in order; leaving the page ends the call. */
function useHost(
  visitId: string,
  room: Room,
  own: MediaStream,
  onStanding: (now: HostStanding) => void,
  onPicture: (theirs: MediaStream) => void,
) {
  const { run } = useCommand(sendRoomSignal, { quiet: true })
  const call = useRef<HostCall | null>(null)
  const last = useRef(0)
  const working = useRef(Promise.resolve())
  const runNow = useRef(run)
  useEffect(() => {
    runNow.current = run
  })
  useEffect(() => {
    call.current = hostCall(own, room.iceServers, {
      standing: onStanding,
      picture: onPicture,
      say: (signal) => runNow.current({ params: { visitId }, body: { signal } }),
    })
    return () => {
      call.current?.end()
    }
  }, [visitId, room, own, onStanding, onPicture])
  const [take] = useState(() => (heard: Heard): void => {
    const fresh = heard.filter(({ no }) => no > last.current)
    last.current = fresh.at(-1)?.no ?? last.current
    for (const { signal } of fresh) working.current = working.current.then(() => call.current?.take(signal))
  })
  const end = (): void => {
    call.current?.end()
  }
  return { take, end }
}

type PictureProps = { readonly stream: MediaStream | null; readonly label: string; readonly muted?: boolean }

function Picture({ stream, label, muted = false }: PictureProps): ReactElement {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])
  return <video ref={video} aria-label={label} autoPlay playsInline muted={muted} />
}
