/** What a roster file changes: counts by kind, rows, confirmed or rejected all, by kind or one by one (PRG-05). */
import { decideDifferences, listDifferences, type ImportView } from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import { differenceLifecycle, type DifferenceKind } from '@anpei/domain/programme'
import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand, type Command } from '../../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  FaultNote,
  Pager,
  Panel,
  Pick,
  stateChoices,
  Tag,
  type Column,
  type Tone,
} from '../../kit/index.ts'

type Row = Answer<typeof listDifferences>['items'][number]
type Decide = Command<typeof decideDifferences>

const SIZE = 20
const tones: Readonly<Record<Row['state'], Tone>> = { waiting: 'amber', confirmed: 'green', rejected: 'grey' }

export function Differences({ one }: { one: ImportView }): ReactElement {
  const [kind, setKind] = useState<DifferenceKind | undefined>(undefined)
  const [state, setState] = useState<Row['state'] | undefined>('waiting')
  const [trail, setTrail] = useState<readonly string[]>([])
  const decide = useCommand(decideDifferences)
  const found = useCall(listDifferences, {
    params: { importId: one.id },
    query: { kind, state, limit: SIZE, cursor: trail.at(-1) },
  })
  if (one.differences.length === 0)
    return (
      <Panel>
        <Empty>与现有名册没有差异，不用确认。</Empty>
      </Panel>
    )
  return (
    <Panel title="变动" acts={<DecideAll one={one} kind={kind} decide={decide} />} flush>
      <Kinds
        one={one}
        kind={kind}
        onKind={(next) => {
          setTrail([])
          setKind(next)
        }}
      />
      <div className="ap-filters">
        <Pick
          label="状态"
          value={state}
          choices={stateChoices(differenceLifecycle)}
          onChange={(next) => {
            setTrail([])
            setState(next)
          }}
        />
      </div>
      <FaultNote fault={decide.fault} />
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable
              label="变动"
              columns={columnsOf(one.id, decide)}
              rows={page.items}
              empty={<Empty>{state === 'waiting' ? '没有待确认的变动。' : '没有符合的变动。'}</Empty>}
            />
            {page.items.length ? <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} /> : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}

type KindsProps = {
  one: ImportView
  kind: DifferenceKind | undefined
  onKind: (kind: DifferenceKind | undefined) => void
}

function Kinds({ one, kind, onKind }: KindsProps): ReactElement {
  return (
    <div className="pg-counts pg-kinds">
      {one.differences.map((each) => (
        <button
          key={each.kind}
          type="button"
          aria-pressed={kind === each.kind}
          onClick={() => {
            onKind(kind === each.kind ? undefined : each.kind)
          }}
        >
          <b>{(each.waiting + each.confirmed + each.rejected).toLocaleString('en-US')}</b>
          <span>
            {each.word}
            {each.waiting ? `，待确认 ${each.waiting.toLocaleString('en-US')}` : '，已处理'}
          </span>
        </button>
      ))}
    </div>
  )
}

type DecideProps = { one: ImportView; kind: DifferenceKind | undefined; decide: Decide }

function DecideAll({ one, kind, decide }: DecideProps): ReactElement | null {
  const { modal } = App.useApp()
  const chosen = one.differences.filter((each) => kind === undefined || each.kind === kind)
  const waiting = chosen.reduce((sum, each) => sum + each.waiting, 0)
  if (waiting === 0) return null
  if (!one.can.includes('decide')) {
    return <span className="ap-muted ap-small">由导入人以外、有确认权限的人处理</span>
  }
  const what = kind === undefined ? '全部变动' : `“${chosen[0]?.word ?? ''}”`
  const ask = (act: 'confirm' | 'reject'): void => {
    const verb = act === 'confirm' ? '确认' : '不采纳'
    void modal.confirm({
      title: `${verb}${what}，共 ${waiting.toLocaleString('en-US')} 条？`,
      okText: verb,
      cancelText: '取消',
      content: act === 'confirm' ? '立即生效，保障期间随之变化。' : '名册保持原样。',
      onOk: () => decide.run({ params: { importId: one.id }, body: { act, kind: kind ?? null } }),
    })
  }
  return (
    <>
      <Button
        type="primary"
        loading={decide.busy}
        onClick={() => {
          ask('confirm')
        }}
      >
        确认{what}
      </Button>
      <Button
        loading={decide.busy}
        onClick={() => {
          ask('reject')
        }}
      >
        不采纳{what}
      </Button>
    </>
  )
}

function columnsOf(importId: string, decide: Decide): readonly Column<Row>[] {
  const act = (row: Row, verb: 'confirm' | 'reject'): void => {
    void decide.run({ params: { importId }, body: { act: verb, ids: [row.id] } })
  }
  return [
    {
      key: 'name',
      title: '姓名',
      render: (row) =>
        row.personId === null ? <strong>{row.name}</strong> : <Link to={`/persons/${row.personId}`}>{row.name}</Link>,
    },
    { key: 'id', title: '身份证号', render: (row) => <span className="ap-num">{row.idNumberMasked}</span> },
    { key: 'kind', title: '变动', render: (row) => <Tag tone="blue">{row.word}</Tag> },
    {
      key: 'fields',
      title: '改前 → 改后',
      render: (row) =>
        row.fields.length === 0 ? (
          '—'
        ) : (
          <>
            {row.fields.map(({ title, before, after }) => (
              <div key={title}>
                <span className="ap-muted">{title}：</span>
                {before || '（空）'} → <strong>{after || '（空）'}</strong>
              </div>
            ))}
          </>
        ),
    },
    { key: 'row', title: '文件行', align: 'right', wideOnly: true, render: (row) => row.rowNo ?? '—' },
    {
      key: 'state',
      title: '状态',
      render: (row) => <Tag tone={tones[row.state]}>{differenceLifecycle.states[row.state].zh}</Tag>,
    },
    {
      key: 'acts',
      title: '处理',
      render: (row) => (
        <span className="ap-row">
          {row.can.includes('confirm') ? (
            <Button
              size="small"
              type="primary"
              disabled={decide.busy}
              onClick={() => {
                act(row, 'confirm')
              }}
            >
              确认
            </Button>
          ) : null}
          {row.can.includes('reject') ? (
            <Button
              size="small"
              disabled={decide.busy}
              onClick={() => {
                act(row, 'reject')
              }}
            >
              不采纳
            </Button>
          ) : null}
        </span>
      ),
    },
  ]
}
