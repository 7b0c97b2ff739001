/** 重复客户: records that may be one person, side by side, with the reasons; merged or kept apart (CUS-01). */
import { keepApart, listDoubles, searchDoubles, type PersonDouble } from '@anpei/contract/customers'
import type { PersonRow } from '@anpei/contract/customers'
import { DOUBLE_REASONS } from '@anpei/domain/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Empty, FaultNote, PageHead, Pager, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { MergeDialog } from './MergeDialog.tsx'
import './customers.css'

const SIZE = 20

export default function DoublesPage(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const query = { limit: SIZE, cursor: trail.at(-1) }
  const [searching, setSearching] = useState(false)
  const found = useCall(listDoubles, { query }, searching ? { everySeconds: 2 } : {})
  const search = useCommand(searchDoubles)
  if (found.shown && found.shown.searching !== searching) setSearching(found.shown.searching)
  const start = async (): Promise<void> => {
    if (await search.run({})) setSearching(true)
  }
  const button = (
    <Button
      loading={search.busy || searching}
      onClick={() => {
        void start()
      }}
    >
      {searching ? '正在查找…' : '现在查找'}
    </Button>
  )
  return (
    <>
      <PageHead
        title="重复客户"
        note="每晚查找一次。是同一个人就合并，要撤销在客户页的“重复客户”里；不是就说明，不再提示。"
      />
      <FaultNote fault={search.fault} />
      <Panel title="待处理" acts={button} flush>
        <Answered of={found}>
          {(page) => (
            <>
              {page.searchedAt ? (
                <p className="ap-muted ap-small cu-card">上次查找：{instantText(page.searchedAt)}</p>
              ) : null}
              {page.items.length === 0 ? (
                <Empty>{page.searchedAt ? '没有可能重复的客户。' : '还没有查找过。'}</Empty>
              ) : null}
              {page.items.map((pair) => (
                <Pair key={pair.first.id + pair.second.id} pair={pair} />
              ))}
              {page.items.length > 0 ? <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} /> : null}
            </>
          )}
        </Answered>
      </Panel>
    </>
  )
}

type Asking = { readonly kind: 'merge'; readonly keep: string; readonly other: string } | { readonly kind: 'apart' }

function Pair({ pair: { first, second, reasons } }: { pair: PersonDouble }): ReactElement {
  const [asking, setAsking] = useState<Asking | null>(null)
  const apart = useCommand(keepApart)
  const close = (): void => {
    setAsking(null)
  }
  const save = async (reason: string): Promise<void> => {
    if (await apart.run({ params: { firstId: first.id, secondId: second.id }, body: { reason } })) close()
  }
  const keepThis = (keep: PersonRow, other: PersonRow): (() => void) => {
    return () => {
      setAsking({ kind: 'merge', keep: keep.id, other: other.id })
    }
  }
  return (
    <article className="cu-pair">
      <div className="ap-row">
        {reasons.map((reason) => (
          <Tag key={reason} tone="amber">
            {DOUBLE_REASONS[reason]}
          </Tag>
        ))}
        <Button
          size="small"
          onClick={() => {
            apart.clear()
            setAsking({ kind: 'apart' })
          }}
        >
          不是同一个人
        </Button>
      </div>
      <div className="cu-sides">
        <Side person={first} onKeep={keepThis(first, second)} />
        <Side person={second} onKeep={keepThis(second, first)} />
      </div>
      {asking?.kind === 'merge' ? (
        <MergeDialog survivorId={asking.keep} mergedId={asking.other} onClose={close} />
      ) : null}
      {asking?.kind === 'apart' ? (
        <ReasonDialog
          title="不是同一个人"
          label="怎样确认是两个人"
          okText="记下，不再提示"
          busy={apart.busy}
          fault={apart.fault}
          onClose={close}
          onSave={(reason) => {
            void save(reason)
          }}
        />
      ) : null}
    </article>
  )
}

function Side({ person, onKeep }: { person: PersonRow; onKeep: () => void }): ReactElement {
  const place = [person.townName, person.villageName].filter((part) => part !== null).join(' · ')
  return (
    <div>
      <p>
        <Link to={`/persons/${person.id}`}>{person.name}</Link>　{person.sex === 'male' ? '男' : '女'} ·{' '}
        {person.birthYear} 年
      </p>
      <p className="ap-num">
        {person.idNumberMasked}　{person.phoneMasked || '无电话'}
      </p>
      <p className="ap-muted ap-small">{place || '户籍未登记'}</p>
      <Button size="small" type="primary" onClick={onKeep}>
        留下这一份，另一份并进来
      </Button>
    </div>
  )
}
