/** The register of hospitals (CLM-08): search, what held on a day, changes that wait for a second person, a file in. */
import { listHospitals, type HospitalView } from '@anpei/contract/programme'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  DataTable,
  DayInput,
  Empty,
  PageHead,
  Pager,
  Panel,
  SearchField,
  Tag,
  useSearchState,
  type Column,
  type SearchState,
} from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'
import { HospitalDialog } from './HospitalDialog.tsx'
import { HospitalImport } from './HospitalImport.tsx'
import { levelText, pastOf } from './hospital-words.ts'
import '../programme.css'

const SIZE = 20

export default function HospitalsPage(): ReactElement {
  const may = useMay()
  const search = useSearchState()
  const [editing, setEditing] = useState<HospitalView | 'new' | null>(null)
  const q = search.get('q') ?? ''
  const on = search.get('on') ?? today()
  const found = useCall(listHospitals, { query: { q, on, limit: SIZE, cursor: search.cursor } })
  const mayEdit = may('programme.edit')
  return (
    <>
      <PageHead
        title="医院目录"
        note="住院津贴按入院当天目录所载的等级或认可计算。新增、修改和导入都要另一位同事确认后才生效。"
      >
        {mayEdit || may('programme.publish') ? <Link to="/changes">待复核变更</Link> : null}
        {mayEdit ? (
          <Button
            type="primary"
            onClick={() => {
              setEditing('new')
            }}
          >
            新增医院
          </Button>
        ) : null}
      </PageHead>
      <div className="ap-stack">
        <Panel flush>
          <Filters search={search} on={on} />
          <Answered of={found}>
            {(page) => (
              <>
                <DataTable
                  label="医院目录"
                  rows={page.items}
                  columns={columnsOf(mayEdit ? setEditing : null)}
                  empty={<Empty>目录里没有找到。可以新增，或导入目录文件。</Empty>}
                />
                {page.items.length ? (
                  <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
                ) : null}
              </>
            )}
          </Answered>
        </Panel>
        {mayEdit ? <HospitalImport /> : null}
      </div>
      {editing ? (
        <HospitalDialog
          hospital={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null)
          }}
        />
      ) : null}
    </>
  )
}

function Filters({ search, on }: { search: SearchState; on: string }): ReactElement {
  return (
    <div className="ap-filters">
      <SearchField search={search} name="q" label="名称、别名、代码或镇街" />
      <label>
        哪一天的等级{' '}
        <DayInput
          value={on}
          max={today()}
          onChange={(day) => {
            search.set({ on: day || undefined })
          }}
        />
      </label>
    </div>
  )
}

function columnsOf(onEdit: ((one: HospitalView) => void) | null): readonly Column<HospitalView>[] {
  return [
    {
      key: 'name',
      title: '医院',
      render: (row) => (
        <>
          <strong>{row.name}</strong> <small>{row.aliases.join('、')}</small>
        </>
      ),
    },
    { key: 'code', title: '代码', render: (row) => <span className="ap-num">{row.code}</span> },
    { key: 'town', title: '镇街', render: (row) => row.town || '—' },
    {
      key: 'level',
      title: '当天等级',
      render: (row) => (
        <Tag tone={(row.onDay.level ?? 0) >= 2 || row.onDay.recognised ? 'green' : 'grey'}>{levelText(row.onDay)}</Tag>
      ),
    },
    { key: 'past', title: '历次等级与认可', render: (row) => pastOf(row).join('；') || '—' },
    {
      key: 'edit',
      title: '修改',
      render: (row) =>
        row.waiting ? (
          <Tag tone="amber">等待复核</Tag>
        ) : onEdit ? (
          <Button
            size="small"
            onClick={() => {
              onEdit(row)
            }}
          >
            修改
          </Button>
        ) : (
          '—'
        ),
    },
  ]
}
