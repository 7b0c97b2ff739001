/**
 * A visitor's day on a phone: the stops in the order of the route, the safety rules, what waits to be sent (SRV-09).
 */
import { confirmSafetyRead, getVisit, getVisitRoute, setOut, type VisitView } from '@anpei/contract/visits'
import { call, type Answer } from '@anpei/contract/kernel'
import { addDays } from '@anpei/domain/kernel'
import { VISIT_KINDS, VISIT_PURPOSES } from '@anpei/domain/visits'
import { Alert, Button } from 'antd'
import { useEffect, useState, type ReactElement, type ReactNode } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { useMe } from '../identity/index.ts'
import { Answered, Empty, FaultNote, LinkButton, PageHead, Panel, useOnline, useSearchState } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { keepStops } from './keep-stops.ts'
import { KeptVisits } from './KeptVisits.tsx'
import { openPocket } from './pocket.ts'
import { UnsentVisits } from './UnsentVisits.tsx'
import { VisitTag } from './VisitTag.tsx'
import './visits.css'

type Route = Answer<typeof getVisitRoute>
type Stop = Route['stops'][number]
const T = {
  title: '我的路线',
  before: '前一天',
  next: '后一天',
  none: '这一天没有安排。',
  make: '办理',
  look: '查看',
  out: '出发',
  safety: '安全守则',
  read: '我已学习，会照做',
  notVisitor: '您还没有登记为上门人员，请主管在“上门人员”里登记。',
} as const

/** `beside`: what other rows have to do with the visits that lie on this device. */
type Props = { readonly beside?: (visits: readonly VisitView[]) => ReactNode }

export default function RoutePage({ beside }: Props): ReactElement {
  const { get, set } = useSearchState()
  const day = get('day') ?? today()
  const route = useCall(getVisitRoute, { query: { day } }, { everySeconds: 60 })
  const online = useOnline()
  const staffId = useMe().shown?.id ?? ''
  const kept = useOnDevice(staffId, route.shown)
  const go = (by: number) => () => {
    set({ day: addDays(day, by) })
  }
  return (
    <div className="ap-stack ap-visit-do">
      <PageHead title={T.title} note={day}>
        <Button onClick={go(-1)}>{T.before}</Button>
        <Button onClick={go(1)}>{T.next}</Button>
      </PageHead>
      <UnsentVisits />
      {beside?.(kept)}
      {online && !(route.error && !route.shown) ? null : <KeptVisits staffId={staffId} />}
      {online || route.shown ? <Answered of={route}>{(shown) => <Day route={shown} />}</Answered> : null}
    </div>
  )
}

/** One's own stops lie on the device as soon as they are seen; answered: what lies there. */
function useOnDevice(staffId: string, route: Route | undefined): readonly VisitView[] {
  const [kept, setKept] = useState<readonly VisitView[]>([])
  useEffect(() => {
    if (!route || route.visitorId !== staffId) return
    const ask = (visitId: string) => call(getVisit, { params: { visitId } })
    // A connection that breaks here is no fault of the page: the next look tries again.
    void openPocket(staffId)
      .then(async (pocket) => {
        await keepStops(pocket, staffId, route.stops, ask)
        const all = await pocket.all()
        setKept(all.map((one) => one.view))
      })
      .catch(() => undefined)
  }, [staffId, route])
  return kept
}

function Day({ route }: { route: Route }): ReactElement {
  const { safety, stops, visitorId } = route
  return (
    <>
      {visitorId === null ? <Alert type="info" showIcon title={T.notVisitor} /> : null}
      <Panel>
        {stops.length === 0 ? (
          <Empty>{T.none}</Empty>
        ) : (
          <ol className="ap-visit-stops">
            {stops.map((stop) => (
              <StopCard key={stop.id} stop={stop} />
            ))}
          </ol>
        )}
      </Panel>
      {visitorId === null ? null : <Safety safety={safety} />}
    </>
  )
}

function StopCard({ stop }: { stop: Stop }): ReactElement {
  const out = useCommand(setOut)
  return (
    <li>
      <h3>{stop.name || stop.visitNo}</h3>
      <p className="ap-row">
        <VisitTag state={stop.state} word={stop.stateWord} />
        {VISIT_KINDS[stop.kind]} · {VISIT_PURPOSES[stop.purpose]}
      </p>
      <p>{stop.when}</p>
      <p>{[stop.villageName, stop.address].filter(Boolean).join(' ')}</p>
      <p className="ap-num">{stop.phoneMasked}</p>
      <FaultNote fault={out.fault} />
      <div className="ap-row">
        {stop.state === 'agreed' && stop.kind !== 'video' ? (
          <Button
            loading={out.busy}
            onClick={() => {
              void out.run({ params: { visitId: stop.id } })
            }}
          >
            {T.out}
          </Button>
        ) : null}
        {stop.state === 'done' ? null : <LinkButton to={`/visits/${stop.id}/do`}>{T.make}</LinkButton>}
        <LinkButton to={`/visits/${stop.id}`}>{T.look}</LinkButton>
      </div>
    </li>
  )
}

function Safety({ safety }: { safety: Route['safety'] }): ReactElement {
  const command = useCommand(confirmSafetyRead)
  const read = safety.readVersion === safety.version
  return (
    <Panel title={`${T.safety}（第 ${safety.version} 版）`}>
      <ol>
        {safety.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <FaultNote fault={command.fault} />
      {read ? null : (
        <Button
          type="primary"
          loading={command.busy}
          onClick={() => {
            void command.run({ body: { version: safety.version } })
          }}
        >
          {T.read}
        </Button>
      )}
    </Panel>
  )
}
