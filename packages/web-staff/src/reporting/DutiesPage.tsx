/** 长效保障: the duties of the ten guarantees as a list or a year, with owners, due days and evidence (RPT-06). */
import { exportStandingDuties, listStandingDuties, standingDutyYear, type DutyRow } from '@anpei/contract/reporting'
import { DUTY_PERIODS, DUTY_STANDINGS } from '@anpei/domain/reporting'
import { Button, Checkbox, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useDownload } from '../client/index.ts'
import { Answered, choicesOf, DataTable, Empty, FaultNote, Icon, keyIn, PageHead, Panel } from '../kit/index.ts'
import { Pick, saveFile, useSearchState, type Column, type SearchState } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { AdHocDialog } from './AdHocDialog.tsx'
import { DutyYear } from './DutyYear.tsx'
import { OwnerName, StandingTag, toneOfDuty } from './duty-marks.tsx'
import { periodText } from './period-text.ts'
import './duties.css'
import './reporting.css'

const VIEWS = { list: '清单', year: '年历' } as const

const columns: readonly Column<DutyRow>[] = [
  {
    key: 'title',
    title: '职责',
    render: (row) => (
      <>
        <Link className="ap-strong" to={`/standing-duties/${row.id}`}>
          {row.title}
        </Link>{' '}
        <small className="ap-num">{periodText(row.periodKey)}</small>
      </>
    ),
  },
  {
    key: 'guarantee',
    title: '保障',
    render: (row) => (
      <>
        {row.guaranteeName} <small>{DUTY_PERIODS[row.period]}</small>
      </>
    ),
  },
  { key: 'due', title: '完成期限', render: (row) => <span className="ap-num">{row.dueOn}</span> },
  { key: 'standing', title: '状态', render: (row) => <StandingTag standing={row.standing} /> },
  { key: 'department', title: '责任部门', render: (row) => row.department?.name ?? '—' },
  { key: 'owner', title: '责任人', render: (row) => <OwnerName row={row} /> },
  {
    key: 'evidence',
    title: '证明材料',
    align: 'right',
    render: (row) => (row.evidenceCount === 0 ? <span className="ap-muted">无</span> : `${row.evidenceCount} 份`),
  },
]

export default function DutiesPage(): ReactElement {
  const search = useSearchState()
  const [opening, setOpening] = useState(false)
  const view = keyIn(VIEWS, search.get('view')) ?? 'list'
  const year = Number(search.get('year') ?? today().slice(0, 4))
  const calendar = useCall(standingDutyYear, { params: { year } })
  const mayManage = calendar.shown?.can.includes('manage') ?? false
  return (
    <>
      <PageHead title="长效保障" note="十项保障的各项职责按期自动生成、到期提醒；上传证明材料、写明结论才能办结。">
        <Segmented
          aria-label="看法"
          options={choicesOf(VIEWS)}
          value={view}
          onChange={(next) => {
            search.set({ view: next })
          }}
        />
        {mayManage ? (
          <Button
            icon={<Icon name="plus" />}
            onClick={() => {
              setOpening(true)
            }}
          >
            登记“按需”职责
          </Button>
        ) : null}
      </PageHead>
      {view === 'list' ? (
        <DutyList search={search} guarantees={calendar.shown?.guarantees ?? []} />
      ) : (
        <Answered of={calendar}>
          {(answer) => (
            <DutyYear
              answer={answer}
              onYear={(next) => {
                search.set({ year: String(next) })
              }}
            />
          )}
        </Answered>
      )}
      {opening ? (
        <AdHocDialog
          duties={(calendar.shown?.guarantees ?? []).flatMap((one) => one.duties).filter((d) => d.period === 'ad_hoc')}
          onClose={() => {
            setOpening(false)
          }}
        />
      ) : null}
    </>
  )
}

type ListProps = { search: SearchState; guarantees: readonly { readonly code: string; readonly name: string }[] }

function DutyList({ search, guarantees }: ListProps): ReactElement {
  const navigate = useNavigate()
  const standing = keyIn(DUTY_STANDINGS, search.get('standing'))
  const guarantee = search.get('guarantee')
  const mine = search.get('mine') === 'true'
  // What is done is history; whoever asks for a standing gets it whatever it is.
  const all = search.get('all') === 'true' || standing !== undefined
  const query = {
    ...(standing ? { standing } : {}),
    ...(guarantee ? { guarantee } : {}),
    ...(mine ? { mine: 'true' } : {}),
  }
  const found = useCall(listStandingDuties, { query })
  return (
    <Panel flush>
      <div className="ap-filters">
        <Pick
          label="保障"
          value={guarantee}
          choices={guarantees.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(next) => {
            search.set({ guarantee: next })
          }}
        />
        <Pick
          label="状态"
          value={standing}
          choices={choicesOf(DUTY_STANDINGS)}
          onChange={(next) => {
            search.set({ standing: next })
          }}
        />
        <Checkbox
          checked={mine}
          onChange={(event) => {
            search.set({ mine: event.target.checked ? 'true' : undefined })
          }}
        >
          只看我负责的
        </Checkbox>
        <Checkbox
          checked={all}
          disabled={standing !== undefined}
          onChange={(event) => {
            search.set({ all: event.target.checked ? 'true' : undefined })
          }}
        >
          办结的也列出
        </Checkbox>
        <Exports query={query} />
      </div>
      <Answered of={found}>
        {({ duties }) => (
          <DataTable<DutyRow>
            label="保障职责"
            columns={columns}
            rows={all ? duties : duties.filter(({ closedAt }) => closedAt === null)}
            toneOf={toneOfDuty}
            onOpen={(row) => {
              void navigate(`/standing-duties/${row.id}`)
            }}
            empty={<Empty>没有待办的职责。各期职责每晚自动生成，“按需”的职责可以手工登记。</Empty>}
          />
        )}
      </Answered>
    </Panel>
  )
}

type Query = { standing?: keyof typeof DUTY_STANDINGS; guarantee?: string; mine?: string }

function Exports({ query }: { query: Query }): ReactElement {
  const download = useDownload(exportStandingDuties)
  return (
    <span className="rp-push ap-row">
      <FaultNote fault={download.fault} />
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          size="small"
          icon={<Icon name="download" size={14} />}
          loading={download.busy}
          onClick={() => {
            download.get({ query: { ...query, format } }, (file) => {
              saveFile(file, `长效保障-${today()}.${format}`)
            })
          }}
        >
          {format === 'xlsx' ? 'Excel' : 'CSV'}
        </Button>
      ))}
    </span>
  )
}
