/** What was written down at the visit, with photos; two versions side by side when the visit changed meanwhile. */
import { getVisitFile, type VisitView } from '@anpei/contract/visits'
import type { ReactElement } from 'react'
import { Empty, Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Record = VisitView['records'][number]
const T = {
  record: '上门记录',
  photos: '照片与签字',
  none: '还没有交回记录。',
  noPhotos: '没有照片。',
  witnesses: '见证人',
  place: '地点',
  note: '备注',
  signed: '签字人',
} as const
const YES_NO: Readonly<{ [answer: string]: string }> = { yes: '是', no: '否' }

export function VisitRecords({ visit }: { visit: VisitView }): ReactElement {
  const files = visit.papers.flatMap((paper) => paper.files.map((file) => ({ ...file, title: paper.title })))
  return (
    <>
      <Panel title={T.record}>
        {visit.records.length === 0 ? (
          <Empty>{T.none}</Empty>
        ) : (
          <div className="ap-visit-records">
            {visit.records.map((record) => (
              <RecordCard key={record.id} record={record} />
            ))}
          </div>
        )}
      </Panel>
      {files.length > 0 ? (
        <Panel title={T.photos}>
          <ul className="ap-visit-photos">
            {files.map((file) => {
              const url = getVisitFile.path.replace(':visitId', visit.id).replace(':fileId', file.id)
              return (
                <li key={file.id}>
                  <a href={url} target="_blank" rel="noreferrer">
                    <img src={url} alt={file.title} loading="lazy" />
                  </a>
                </li>
              )
            })}
          </ul>
        </Panel>
      ) : null}
    </>
  )
}

function RecordCard({ record }: { record: Record }): ReactElement {
  const tone = record.standing === 'current' ? 'green' : record.standing === 'beside' ? 'amber' : 'grey'
  return (
    <article>
      <h3 className="ap-row">
        {record.resultWord} <Tag tone={tone}>{record.standingWord}</Tag>
      </h3>
      <p className="ap-muted">
        {record.by} · 到 {instantText(record.arrivedAt)}，完 {instantText(record.finishedAt)}，交回{' '}
        {instantText(record.receivedAt)}
      </p>
      <dl className="ap-visit-points">
        {record.points.map((point) => (
          <div key={point.text}>
            <dt>{point.text}</dt>
            <dd>{YES_NO[point.answer] ?? point.answer}</dd>
          </div>
        ))}
        {record.place ? <Line title={T.place} text={record.place} /> : null}
        {record.witnesses.map((one) => (
          <Line key={one.name} title={T.witnesses} text={[one.name, one.phone, one.said].filter(Boolean).join(' · ')} />
        ))}
        {record.note ? <Line title={T.note} text={record.note} /> : null}
        {record.signedBy ? <Line title={T.signed} text={record.signedBy} /> : null}
      </dl>
    </article>
  )
}

function Line({ title, text }: { title: string; text: string }): ReactElement {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </div>
  )
}
