/** The log of the openings of one box: when, by whom, what was found, whether two vouch for it (SRV-02). */
import { listBoxOpenings, type BoxOpening, type ComplaintBox } from '@anpei/contract/service-desk'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useState } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, DataTable, Empty, Pager, Panel, Tag, type Column, type Tone } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { placeOf } from './place.ts'

const SIZE = 20
const TONES: Record<BoxOpening['state'], Tone> = { recorded: 'amber', confirmed: 'green', disputed: 'red' }
type Props = { readonly boxId: string; readonly of: ComplaintBox | undefined }

export function OpeningLog({ boxId, of }: Props): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const query = { limit: SIZE, cursor: trail.at(-1) }
  const found = useCall(listBoxOpenings, { params: { boxId }, query })
  return (
    <Panel flush title={of ? `开箱记录：${placeOf(of)}` : '开箱记录'}>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable<BoxOpening>
              label="开箱记录"
              rows={page.items}
              columns={COLUMNS}
              empty={<Empty>这个意见箱还没有开过。</Empty>}
            />
            <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
          </>
        )}
      </Answered>
    </Panel>
  )
}

const COLUMNS: readonly Column<BoxOpening>[] = [
  { key: 'at', title: '开箱时间', render: (one) => instantText(one.openedAt) },
  { key: 'who', title: '开箱的两个人', render: (one) => `${one.openedBy}、${one.witness}` },
  {
    key: 'letters',
    title: '箱里有什么',
    render: (one) => (
      <>
        {one.letters === 0 ? '空箱' : `信 ${one.letters} 封`}
        {one.found ? `；${one.found}` : ''}
        <div className="dk-lines">
          {one.requests.map(({ id, requestNo, kindWord, stateWord }) => (
            <Link key={id} to={`/desk/${id}`}>{`${requestNo} ${kindWord} ${stateWord}`}</Link>
          ))}
        </div>
      </>
    ),
  },
  {
    key: 'state',
    title: '确认',
    render: (one) => (
      <>
        <Tag tone={TONES[one.state]}>{one.stateWord}</Tag>
        {one.dispute ? <div className="ap-small">{one.dispute}</div> : null}
        {one.decidedAt ? <div className="ap-small">{instantText(one.decidedAt)}</div> : null}
      </>
    ),
  },
]
