/** Families to be asked because a death or discharge may be a claim (PRG-05): unused cover is the real failure. */
import { listOutreaches, moveOutreach, type OutreachView } from '@anpei/contract/programme'
import { OUTREACH_SOURCES, outreachLifecycle } from '@anpei/domain/programme'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  keyIn,
  PageHead,
  Pager,
  Panel,
  Pick,
  ReasonDialog,
  stateChoices,
  Tag,
  useSearchState,
  type Column,
  type SearchState,
  type Tone,
} from '../../kit/index.ts'
import { useMay } from '../../identity/index.ts'
import { instantText } from '../../kernel/index.ts'

const SIZE = 20
const tones: Readonly<Record<OutreachView['state'], Tone>> = {
  open: 'amber',
  reached: 'blue',
  claimed: 'green',
  not_an_accident: 'grey',
  given_up: 'grey',
}
const ACTS = {
  reach: { title: '登记已联系', label: '家属怎么说', okText: '登记' },
  claim: { title: '转报案', label: '报案情况（案号、时间）', okText: '登记' },
  close: { title: '登记非意外', label: '依据（病史、死亡原因等）', okText: '登记' },
  giveUp: { title: '登记无法联系', label: '试过哪些办法', okText: '登记' },
} as const
type Act = keyof typeof ACTS

export default function OutreachesPage(): ReactElement {
  const may = useMay()
  const search = useSearchState()
  const [asking, setAsking] = useState<{ row: OutreachView; act: Act } | null>(null)
  const move = useCommand(moveOutreach)
  const state = keyIn(outreachLifecycle.states, search.get('state'))
  const source = keyIn(OUTREACH_SOURCES, search.get('source'))
  const found = useCall(listOutreaches, { query: { state, source, limit: SIZE, cursor: search.cursor } })
  const save = async (row: OutreachView, act: Act, note: string): Promise<void> => {
    if (await move.run({ params: { outreachId: row.id }, body: { act, note } })) setAsking(null)
  }
  return (
    <>
      <PageHead
        title="可能的理赔"
        note="名册里新近去世的老人、医院名单里受伤住院的老人：主动问家属是不是意外，帮他们报案。"
      >
        {may('roster.import') ? <Link to="/discharges">导入医院出院名单</Link> : null}
        <Link to="/roster">回花名册</Link>
      </PageHead>
      <Panel flush>
        <Filters search={search} />
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable
                label="可能的理赔"
                rows={page.items}
                empty={
                  <Empty>没有要联系的家庭。确认月度名册里的死亡变动，或导入医院出院名单后，会自动列在这里。</Empty>
                }
                columns={columnsOf((row, act) => {
                  move.clear()
                  setAsking({ row, act })
                })}
              />
              {page.items.length ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      {asking ? (
        <ReasonDialog
          {...ACTS[asking.act]}
          title={`${asking.row.name}：${ACTS[asking.act].title}`}
          field="note"
          max={500}
          busy={move.busy}
          fault={move.fault}
          onClose={() => {
            setAsking(null)
          }}
          onSave={(note) => {
            void save(asking.row, asking.act, note)
          }}
        />
      ) : null}
    </>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  return (
    <div className="ap-filters">
      <Pick
        label="状态"
        value={keyIn(outreachLifecycle.states, search.get('state'))}
        choices={stateChoices(outreachLifecycle)}
        onChange={(next) => {
          search.set({ state: next })
        }}
      />
      <Pick
        label="来源"
        value={keyIn(OUTREACH_SOURCES, search.get('source'))}
        choices={choicesOf(OUTREACH_SOURCES)}
        onChange={(next) => {
          search.set({ source: next })
        }}
      />
    </div>
  )
}

function columnsOf(onAct: (row: OutreachView, act: Act) => void): readonly Column<OutreachView>[] {
  return [
    { key: 'name', title: '姓名', render: (row) => <Link to={`/persons/${row.personId}`}>{row.name}</Link> },
    { key: 'phone', title: '电话', render: (row) => <span className="ap-num">{row.phoneMasked || '没有登记'}</span> },
    { key: 'village', title: '村居', render: (row) => row.villageName ?? '—' },
    { key: 'source', title: '来源', render: (row) => <Tag>{row.sourceWord}</Tag> },
    { key: 'occasion', title: '线索', render: (row) => row.occasion },
    { key: 'state', title: '状态', render: (row) => <Tag tone={tones[row.state]}>{row.stateWord}</Tag> },
    { key: 'note', title: '记录', render: (row) => row.note || '—', wideOnly: true },
    {
      key: 'owner',
      title: '负责',
      render: (row) => (
        <>
          {row.owner ?? '未分派'} <small>{instantText(row.openedAt)}</small>
        </>
      ),
    },
    {
      key: 'acts',
      title: '处理',
      render: (row) => (
        <span className="ap-row">
          {row.can.flatMap((name) => {
            const act = keyIn(ACTS, name)
            return act === undefined
              ? []
              : [
                  <Button
                    key={act}
                    size="small"
                    onClick={() => {
                      onAct(row, act)
                    }}
                  >
                    {outreachLifecycle.transitions[act].zh}
                  </Button>,
                ]
          })}
          {row.can.includes('claim') ? <Link to="/reports/new">去报案</Link> : null}
        </span>
      ),
    },
  ]
}
