/** 意见箱: the boxes at the outlets, the one to be opened first in front, and the log of their openings (SRV-02, S01). */
import { listBoxes, type ComplaintBox } from '@anpei/contract/service-desk'
import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { DueTag } from '../../claims/index.ts'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  PageHead,
  Pager,
  Panel,
  Tag,
  useSearchState,
  type Column,
} from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { HangDialog, RemoveDialog } from './BoxDialogs.tsx'
import { OpeningDialog } from './OpeningDialog.tsx'
import { OpeningLog } from './OpeningLog.tsx'
import { placeOf } from './place.ts'
import { WitnessDialog } from './WitnessDialog.tsx'
import '../desk.css'

const SIZE = 20
const SHOWN = [
  { value: 'no', label: '在用' },
  { value: 'yes', label: '已撤' },
]
type Doing = { readonly act: 'open' | 'witness' | 'remove'; readonly box: ComplaintBox } | { readonly act: 'hang' }

export default function BoxesPage(): ReactElement {
  const search = useSearchState()
  const mayLead = useMay()('desk.lead')
  const removed = search.get('removed') === 'yes' ? 'yes' : 'no'
  const found = useCall(listBoxes, { query: { removed, limit: SIZE, cursor: search.cursor } }, { everySeconds: 60 })
  const [doing, setDoing] = useState<Doing | null>(null)
  const shown = search.get('box')
  const close = () => {
    setDoing(null)
  }
  return (
    <div className="ap-stack">
      <PageHead title="意见箱" note="每七天由两个人开一次，空的也要记；箱里的信当场成为服务单，时限从开箱算起。">
        {mayLead ? (
          <Button
            type="primary"
            onClick={() => {
              setDoing({ act: 'hang' })
            }}
          >
            设置意见箱
          </Button>
        ) : null}
      </PageHead>
      <Panel flush>
        <div className="ap-filters">
          <Segmented
            aria-label="看哪些意见箱"
            value={removed}
            options={SHOWN}
            onChange={(value) => search.set({ removed: value === 'yes' ? 'yes' : undefined, box: undefined })}
          />
        </div>
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable<ComplaintBox>
                label="意见箱"
                rows={page.items}
                columns={columnsFor(setDoing, (id) => search.set({ box: id }))}
                empty={<Empty>{removed === 'yes' ? '没有撤掉的意见箱。' : '还没有设置意见箱。'}</Empty>}
              />
              <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
            </>
          )}
        </Answered>
      </Panel>
      {shown ? <OpeningLog key={shown} boxId={shown} of={found.shown?.items.find((one) => one.id === shown)} /> : null}
      {doing?.act === 'hang' ? <HangDialog onClose={close} /> : null}
      {doing?.act === 'open' ? <OpeningDialog box={doing.box} onClose={close} /> : null}
      {doing?.act === 'remove' ? <RemoveDialog box={doing.box} onClose={close} /> : null}
      {doing?.act === 'witness' && doing.box.waiting ? (
        <WitnessDialog opening={doing.box.waiting} place={placeOf(doing.box)} onClose={close} />
      ) : null}
    </div>
  )
}

function columnsFor(onDo: (doing: Doing) => void, onShow: (boxId: string) => void): readonly Column<ComplaintBox>[] {
  return [
    {
      key: 'place',
      title: '意见箱',
      render: (box) => (
        <>
          <b>{box.institution.name}</b>
          <br />
          {box.place}
        </>
      ),
    },
    { key: 'opened', title: '上次开箱', render: (box) => (box.openedAt ? instantText(box.openedAt) : '还没有开过') },
    {
      key: 'due',
      title: '应开箱',
      render: (box) => (box.state === 'hung' ? <DueTag of={box} /> : <Tag tone="grey">{box.stateWord}</Tag>),
    },
    {
      key: 'waiting',
      title: '同开人',
      render: ({ waiting }) => (waiting ? <Tag tone="amber">{`待${waiting.witness}确认`}</Tag> : ''),
    },
    {
      key: 'acts',
      title: '',
      render: (box) => (
        <span className="ap-row">
          {box.can.includes('open') ? (
            <Button size="small" type="primary" onClick={() => onDo({ act: 'open', box })}>
              登记开箱
            </Button>
          ) : null}
          {box.waiting?.can.includes('witness') ? (
            <Button size="small" type="primary" onClick={() => onDo({ act: 'witness', box })}>
              我来确认
            </Button>
          ) : null}
          <Button size="small" onClick={() => onShow(box.id)}>
            开箱记录
          </Button>
          {box.can.includes('remove') ? (
            <Button size="small" onClick={() => onDo({ act: 'remove', box })}>
              撤箱
            </Button>
          ) : null}
        </span>
      ),
    },
  ]
}
