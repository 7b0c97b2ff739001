/** Days arranged for one institution alone that hold: by institution, from today or all, each to be taken back. */
import { listOfficeDays, proposeOfficeDay, type CalendarLine, type OfficeDay } from '@anpei/contract/sla'
import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { FilterPick, PagedTable, Panel, ReasonDialog, useSearchState, type Column } from '../kit/index.ts'
import { instantText, today } from '../kernel/index.ts'
import { dayText } from './hours-text.ts'
import { OfficeDayDialog, type Office } from './OfficeDayDialog.tsx'

const SIZE = 20
const WHEN = [
  { value: 'coming', label: '今天起' },
  { value: 'all', label: '全部' },
]
type Props = { readonly offices: readonly Office[]; readonly lines: readonly CalendarLine[] }

export function OfficeDays({ offices, lines }: Props): ReactElement {
  const search = useSearchState()
  const may = useMay()('calendar.manage')
  const all = search.get('when') === 'all'
  const institutionId = offices.find((one) => one.id === search.get('office'))?.id
  const query = { institutionId, from: all ? undefined : today(), limit: SIZE, cursor: search.cursor }
  const found = useCall(listOfficeDays, { query }, { everySeconds: 30 })
  const [making, setMaking] = useState(false)
  const [taking, setTaking] = useState<OfficeDay | null>(null)
  return (
    <Panel title="机构单独安排的日子" flush>
      <div className="ap-filters">
        <FilterPick
          search={search}
          name="office"
          label="机构或网点"
          choices={offices.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Segmented
          aria-label="看哪些日子"
          value={all ? 'all' : 'coming'}
          options={WHEN}
          onChange={(value) => {
            search.set({ when: value === 'all' ? 'all' : undefined })
          }}
        />
        {may ? (
          <Button
            onClick={() => {
              setMaking(true)
            }}
          >
            安排一个机构的某一天
          </Button>
        ) : null}
      </div>
      <PagedTable<OfficeDay>
        of={found}
        search={search}
        size={SIZE}
        label="机构单独安排的日子"
        columns={columnsFor(setTaking)}
        empty={all ? '没有机构单独安排过日子。' : '今天起没有机构单独安排的日子。'}
      />
      {making ? (
        <OfficeDayDialog
          offices={offices}
          lines={lines}
          onClose={() => {
            setMaking(false)
          }}
        />
      ) : null}
      {taking ? (
        <TakeBackDialog
          of={taking}
          onClose={() => {
            setTaking(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function columnsFor(takeBack: (row: OfficeDay) => void): readonly Column<OfficeDay>[] {
  return [
    { key: 'office', title: '机构', render: (row) => <b>{row.office.name}</b> },
    { key: 'day', title: '日子', render: (row) => <span className="ap-num">{row.day}</span> },
    {
      key: 'hours',
      title: '这一天',
      render: (row) => (
        <>
          <span className="ap-num">{row.spans.length === 0 ? '全天休息' : dayText(row.spans)}</span>
          <div>
            <small className="ap-muted">{row.lines.map((line) => line.name).join('、')}</small>
          </div>
        </>
      ),
    },
    {
      key: 'why',
      title: '为什么',
      render: (row) => (
        <>
          {row.source}
          <div>
            <small className="ap-muted">
              {row.madeBy}提交，{row.checkedBy} {instantText(row.checkedAt)} 复核
            </small>
          </div>
        </>
      ),
    },
    {
      key: 'act',
      title: '',
      render: (row) =>
        row.can.includes('takeBack') ? (
          <Button
            size="small"
            onClick={() => {
              takeBack(row)
            }}
          >
            收回
          </Button>
        ) : null,
    },
  ]
}

function TakeBackDialog({ of, onClose }: { of: OfficeDay; onClose: () => void }): ReactElement {
  const propose = useCommand(proposeOfficeDay)
  const { office, day, lines } = of
  const save = async (source: string): Promise<void> => {
    const calendarIds = lines.map((line) => line.id)
    if (await propose.run({ body: { institutionId: office.id, day, calendarIds, spans: null, source } })) onClose()
  }
  return (
    <ReasonDialog
      title={`收回：${office.name} ${day} 的安排`}
      label="为什么收回"
      okText="提交，先看影响"
      busy={propose.busy}
      fault={propose.fault}
      note="收回后这一天按公司安排、国家放假调休和每周时间计。另一个人看过影响再复核生效。"
      onClose={onClose}
      onSave={(source) => {
        void save(source)
      }}
    />
  )
}
