/**
 * SRV-09: a visit is made on a phone: arrival with photo and position, checklist, witnesses, signature, result. All of
 * it is kept in the browser as it is written, and handed in at once, later if there is no connection.
 */
import { arriveAtVisit, type VisitView } from '@anpei/contract/visits'
import { VISIT_KINDS, VISIT_PURPOSES } from '@anpei/domain/visits'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useCommand } from '../client/index.ts'
import { CareWords } from '../customers/index.ts'
import { useMe } from '../identity/index.ts'
import { FaultNote, PageHead, Panel, Tag, useOnline, Waiting } from '../kit/index.ts'
import { instantText, present } from '../kernel/index.ts'
import type { Pocketed, VisitDraft } from './pocket.ts'
import { sendPocket } from './send-pocket.ts'
import { PhotoPick } from './PhotoPick.tsx'
import { Thumbs } from './Thumbs.tsx'
import type { Change } from './pocket-keeper.ts'
import { useVisitPocket } from './use-visit-pocket.ts'
import { VisitPhone } from './VisitPhone.tsx'
import { VisitForm } from './VisitForm.tsx'
import './visits.css'

const T = {
  arrival: '到达',
  arrived: '我到了',
  where: '附上定位',
  located: '已附定位',
  noPosition: '手机没有给出定位，可以只拍照。',
  unproved: '现场查勘先拍照或附上定位，再点“我到了”。',
  offline: '没有网络：照常填写，记录保存在这台设备上，有网络时自动交回。',
  waits: '记录已保存，等有网络时交回。',
  sent: '记录已交回。',
  route: '我的路线',
  again: '重新填写后再交回',
  notYours: '这次上门由别的同事办理，您只能查看。',
  beside: '安排有变动，或当天没有有效证书：记录已保存，请客服选定是否采用。',
} as const

/** `beside`: what other rows have to do at the same door. */
type Props = { readonly beside?: (visit: VisitView) => ReactNode }

export default function DoVisitPage({ beside }: Props): ReactElement {
  const { visitId = '' } = useParams()
  const me = useMe().shown
  return me ? <Doing visitId={visitId} staffId={me.id} beside={beside} /> : <Waiting />
}

type DoingProps = { visitId: string; staffId: string; beside: Props['beside'] | undefined }

function Doing({ visitId, staffId, beside }: DoingProps): ReactElement {
  const { held, change, again, fault } = useVisitPocket(visitId, staffId)
  const online = useOnline()
  const navigate = useNavigate()
  const [said, setSaid] = useState('')
  const [sent, setSent] = useState(false)
  // Sent by itself, maybe days later: the visit may be nothing for this visitor to look at any more.
  const send = async (byItself = false): Promise<void> => {
    const { beside } = await sendPocket(staffId)
    const left = await again()
    if (left) setSaid(left.refusal === null ? T.waits : '')
    else if (beside.length > 0) setSaid(T.beside)
    else if (byItself) setSent(true)
    else await navigate(`/visits/${visitId}`)
  }
  const waits = held?.waits === true && held.refusal === null
  useBackOnline(online && waits, () => send(true))
  if (sent) return <Alert type="success" showIcon title={T.sent} action={<Link to="/visit-route">{T.route}</Link>} />
  if (!held) return fault ? <FaultNote fault={fault} /> : <Waiting />
  const { view } = held
  const handIn = async (draft: Partial<VisitDraft>): Promise<void> => {
    await change({ draft, waits: true, refusal: null })
    await send()
  }
  return (
    <div className="ap-stack ap-visit-do">
      <PageHead
        title={view.name || view.visitNo}
        tab={view.visitNo}
        note={`${VISIT_KINDS[view.kind]} · ${VISIT_PURPOSES[view.purpose]} · ${view.when ?? ''}`}
      />
      <p>{[view.villageName, view.address].filter(Boolean).join(' · ')}</p>
      <VisitPhone visit={view} />
      <CareWords hints={view.careHints} />
      {online ? null : <Alert type="info" showIcon title={T.offline} />}
      {held.refusal ? <Alert type="error" showIcon title={held.refusal} description={T.again} /> : null}
      {said ? <Alert type="success" showIcon title={said} role="status" /> : null}
      {view.can.includes('handIn') || held.waits ? (
        <>
          {view.kind === 'video' ? null : <Arrival held={held} change={change} />}
          {beside?.(view)}
          <VisitForm held={held} change={change} onHandIn={handIn} />
        </>
      ) : (
        <>
          <Alert type="warning" showIcon title={T.notYours} />
          {beside?.(view)}
        </>
      )}
    </div>
  )
}

/** Once, as soon as something waits for a connection and there is one. */
function useBackOnline(ready: boolean, act: () => Promise<void>): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  const before = useRef(ready)
  useEffect(() => {
    if (ready && !before.current) void latest.current()
    before.current = ready
  }, [ready])
}

function Arrival({ held, change }: { held: Pocketed; change: Change }): ReactElement {
  const online = useOnline()
  const arrive = useCommand(arriveAtVisit)
  const [note, setNote] = useState('')
  const { draft, photos, view } = held
  const locate = async (): Promise<void> => {
    const position = await whereNow()
    if (position) await change({ draft: { position } })
    else setNote(T.noPosition)
  }
  const come = async (): Promise<void> => {
    // Asked before it is kept: what is kept without proof could be given none any more.
    if (view.kind === 'on_site' && photos.length === 0 && !draft.position) {
      setNote(T.unproved)
      return
    }
    await change({ draft: { arrivedAt: present().toISOString() } })
  }
  const tell = async (arrivedAt: string): Promise<void> => {
    const files = photos.map((file, at) => ({ field: 'photo', file, name: `IMG_${at + 1}.jpg` }))
    const body = { arrivedAt, position: draft.position }
    const done = await arrive.run({ params: { visitId: view.id }, body }, files)
    if (!done) return
    // These photos are there now; what was taken meanwhile belongs to the record, as does all that was written.
    await change((now) => ({
      draft: { basedOn: done.revision },
      photos: now.photos.filter((photo) => !photos.includes(photo)),
    }))
  }
  const untold = draft.arrivedAt !== null && view.arrivedAt === null && !held.waits
  // Told once: what is shown comes a moment after the answer, and what was refused is not asked again by itself.
  useBackOnline(online && untold, async () => tell(draft.arrivedAt ?? ''))
  return (
    <Panel title={T.arrival}>
      {draft.arrivedAt ? (
        <Tag tone="green" icon="check">
          {instantText(draft.arrivedAt)}
        </Tag>
      ) : (
        <div className="ap-stack">
          <div className="ap-row">
            <PhotoPick change={change} />
            <Button
              onClick={() => {
                void locate()
              }}
            >
              {draft.position ? T.located : T.where}
            </Button>
          </div>
          <Thumbs photos={photos} onDrop={(next) => void change({ photos: next })} />
          {note ? <p className="ap-muted">{note}</p> : null}
          <Button
            type="primary"
            size="large"
            loading={arrive.busy}
            onClick={() => {
              void come()
            }}
          >
            {T.arrived}
          </Button>
        </div>
      )}
      <FaultNote fault={arrive.fault} />
    </Panel>
  )
}

function whereNow(): Promise<VisitDraft['position']> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        resolve({ latitude: coords.latitude, longitude: coords.longitude, accuracyMetres: coords.accuracy })
      },
      () => {
        resolve(null)
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    )
  })
}
