/** Claims list: filters in the address, keyset paging, saved views, export, keyboard (CLM-21). */
import { exportClaims, listClaims, type ClaimRow } from '@anpei/contract/claims'
import { CallFailed } from '@anpei/contract/kernel'
import { Button, Input, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCall, useDownload } from '../client/index.ts'
import { useMe } from '../identity/index.ts'
import {
  ActMenu,
  Answered,
  DataTable,
  Empty,
  FaultNote,
  Icon,
  LinkButton,
  PageHead,
  Pager,
  Panel,
  saveFile,
} from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { claimColumns } from './claim-columns.tsx'
import { ClaimFilters } from './ClaimFilters.tsx'
import { filterOf, trailOf, viewText, withFilter, withTrail } from './filter-url.ts'
import { useSavedViews } from './saved-views.ts'
import { dueTone } from './tags.tsx'
import './claims.css'

const PAGE_SIZE = 20
const T = {
  title: '赔案',
  none: '没有符合条件的赔案。',
  reset: '清空筛选',
  export: '导出',
  csv: '导出 CSV',
  xlsx: '导出 Excel',
  later: '后台导出',
  views: '视图',
  save: '保存',
  nameOfView: '视图名称，例如：峡山超时',
  noViews: '还没有保存的视图。',
  remove: '删除视图',
  list: '赔案列表',
} as const

export default function ClaimsPage(): ReactElement {
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const filter = filterOf(search)
  const trail = trailOf(search)
  const cursor = trail.at(-1)
  const query = { ...filter, limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) }
  const claims = useCall(listClaims, { query })
  const reset = (): void => {
    setSearch(new URLSearchParams())
  }
  const clear = <Button onClick={reset}>{T.reset}</Button>
  return (
    <div className="ap-stack">
      <PageHead title={T.title}>
        <Views
          search={search}
          onPick={(text) => {
            setSearch(new URLSearchParams(text))
          }}
        />
        <ExportButton search={search} />
      </PageHead>
      <Panel flush>
        <ClaimFilters
          filter={filter}
          onReset={reset}
          onChange={(change) => {
            setSearch((now) => withFilter(now, change))
          }}
        />
        <Answered of={claims}>
          {(page) => (
            <>
              <DataTable<ClaimRow>
                label={T.list}
                columns={claimColumns}
                rows={page.items}
                toneOf={dueTone}
                empty={<Empty act={clear}>{T.none}</Empty>}
                onOpen={(row) => {
                  void navigate(`/claims/${row.id}`)
                }}
              />
              <Pager
                page={page}
                trail={trail}
                size={PAGE_SIZE}
                onTrail={(next) => {
                  setSearch((now) => withTrail(now, next))
                }}
              />
            </>
          )}
        </Answered>
      </Panel>
    </div>
  )
}

/** What is too long to wait for is made in the background; the filters go along in the address. */
function ExportButton({ search }: { search: URLSearchParams }): ReactElement {
  const download = useDownload(exportClaims)
  const [asked, setAsked] = useState<'csv' | 'xlsx'>('csv')
  const tooLong = download.fault instanceof CallFailed && download.fault.problem.code === 'claim.export_too_long'
  const later = `/tasks?export=${asked}&${viewText(search)}`
  const run = (format: 'csv' | 'xlsx'): void => {
    setAsked(format)
    download.get({ query: { ...filterOf(search), format } }, (file) => {
      saveFile(file, `赔案-${today()}.${format}`)
    })
  }
  const items = [
    { key: 'csv', label: T.csv },
    { key: 'xlsx', label: T.xlsx },
  ]
  return (
    <>
      <FaultNote fault={download.fault} />
      {tooLong ? (
        <LinkButton primary to={later}>
          {T.later}
        </LinkButton>
      ) : null}
      <ActMenu
        items={items}
        onAct={(key) => {
          run(key === 'xlsx' ? 'xlsx' : 'csv')
        }}
      >
        <Button icon={<Icon name="download" />} loading={download.busy}>
          {T.export}
        </Button>
      </ActMenu>
    </>
  )
}

function Views({ search, onPick }: { search: URLSearchParams; onPick: (text: string) => void }): ReactElement {
  const saved = useSavedViews(useMe().shown?.id ?? '')
  const [name, setName] = useState('')
  const now = viewText(search)
  const save = (): void => {
    if (name.trim() === '') return
    saved.add({ name: name.trim(), search: now })
    setName('')
  }
  const content = (
    <div className="ap-views">
      {saved.views.length === 0 ? <p className="ap-muted">{T.noViews}</p> : null}
      <ul>
        {saved.views.map((view) => (
          <li key={view.name}>
            <Button
              type={view.search === now ? 'primary' : 'text'}
              size="small"
              onClick={() => {
                onPick(view.search)
              }}
            >
              {view.name}
            </Button>
            <Button
              type="text"
              size="small"
              aria-label={`${T.remove} ${view.name}`}
              icon={<Icon name="cross" size={14} />}
              onClick={() => {
                saved.remove(view.name)
              }}
            />
          </li>
        ))}
      </ul>
      <div className="ap-row">
        <Input
          size="small"
          value={name}
          maxLength={20}
          placeholder={T.nameOfView}
          aria-label={T.nameOfView}
          onChange={(event) => {
            setName(event.target.value)
          }}
          onPressEnter={save}
          style={{ width: 190 }}
        />
        <Button size="small" onClick={save}>
          {T.save}
        </Button>
      </div>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<Icon name="star" />}>{T.views}</Button>
    </Popover>
  )
}
