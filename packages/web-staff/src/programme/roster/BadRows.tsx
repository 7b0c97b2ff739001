/**
 * Rows of a roster file that could not be used: why, corrected in place and tried again, left out, or taken away
 * as a file.
 */
import {
  exportBadRows,
  fixBadRow,
  fixDischargeRow,
  ignoreBadRow,
  listBadRows,
  type ImportView,
} from '@anpei/contract/programme'
import { call, type Answer } from '@anpei/contract/kernel'
import { badRowLifecycle } from '@anpei/domain/programme'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, Empty, FaultNote, Icon, Pager, Panel, Pick, saveFile, stateChoices, Tag } from '../../kit/index.ts'

type BadRow = Answer<typeof listBadRows>['items'][number]
type Cells = BadRow['cells']

const SIZE = 20
const ROSTER_TITLES: Readonly<Record<string, string>> = {
  name: '姓名',
  idNumber: '身份证号',
  sex: '性别',
  address: '户籍地址',
  street: '镇街',
  village: '村居',
  villageCode: '村居代码',
  phone: '电话',
  status: '户籍状态',
  movedInOn: '迁入日期',
  statusOn: '状态日期',
}
const DISCHARGE_TITLES: Readonly<Record<string, string>> = {
  name: '姓名',
  idNumber: '身份证号',
  hospital: '医院',
  admittedOn: '入院日期',
  dischargedOn: '出院日期',
  diagnosis: '诊断',
  injuryCode: '损伤编码',
}

export function BadRows({ one }: { one: ImportView }): ReactElement {
  const [state, setState] = useState<keyof typeof badRowLifecycle.states | undefined>('open')
  const [code, setCode] = useState<string | undefined>(undefined)
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(listBadRows, {
    params: { importId: one.id },
    query: { state, code, limit: SIZE, cursor: trail.at(-1) },
  })
  if (one.badCount === 0)
    return (
      <Panel>
        <Empty>每一行都可用。</Empty>
      </Panel>
    )
  return (
    <Panel title="问题行" acts={<Export importId={one.id} fileName={one.fileName} />} flush>
      <div className="ap-filters">
        <Pick
          label="处理状态"
          value={state}
          choices={stateChoices(badRowLifecycle)}
          onChange={(next) => {
            setTrail([])
            setState(next)
          }}
        />
        <Pick
          label="原因"
          width={220}
          value={code}
          choices={one.errors.map(({ code: value, text, count }) => ({ value, label: `${text}（${count}）` }))}
          onChange={(next) => {
            setTrail([])
            setCode(next)
          }}
        />
      </div>
      <Answered of={found}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>{state === 'open' ? '没有待处理的问题行。' : '没有符合的行。'}</Empty>
          ) : (
            <>
              {page.items.map((row) => (
                <RowCard key={row.rowNo} one={one} row={row} />
              ))}
              <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
            </>
          )
        }
      </Answered>
    </Panel>
  )
}

function RowCard({ one, row }: { one: ImportView; row: BadRow }): ReactElement {
  const isRoster = one.kind !== 'discharge'
  const [cells, setCells] = useState<Cells>(row.cells)
  const fixRoster = useCommand(fixBadRow)
  const fixStay = useCommand(fixDischargeRow)
  const fix = isRoster ? fixRoster : fixStay
  const ignore = useCommand(ignoreBadRow)
  const params = { importId: one.id, rowNo: row.rowNo }
  const open = row.state === 'open'
  return (
    <form
      className="pg-bad"
      onSubmit={(event) => {
        event.preventDefault()
        void fix.run({ params, body: { cells } })
      }}
    >
      <div className="ap-row">
        <strong>第 {row.rowNo} 行</strong>
        {open ? null : (
          <Tag tone={row.state === 'fixed' ? 'green' : 'grey'}>{badRowLifecycle.states[row.state].zh}</Tag>
        )}
        {row.reasons.map(({ code, text }) => (
          <Tag key={code} tone={open ? 'red' : 'grey'}>
            {text}
          </Tag>
        ))}
      </div>
      <CellFields
        titles={isRoster ? ROSTER_TITLES : DISCHARGE_TITLES}
        cells={cells}
        disabled={!open}
        onChange={setCells}
      />
      <FaultNote fault={fix.fault ?? ignore.fault} />
      {open ? (
        <div className="ap-row">
          <Button type="primary" size="small" htmlType="submit" loading={fix.busy}>
            更正并重试
          </Button>
          <Button
            size="small"
            loading={ignore.busy}
            onClick={() => {
              void ignore.run({ params })
            }}
          >
            这一行不要
          </Button>
        </div>
      ) : null}
    </form>
  )
}

type CellProps = {
  titles: Readonly<Record<string, string>>
  cells: Cells
  disabled: boolean
  onChange: (cells: Cells) => void
}

function CellFields({ titles, cells, disabled, onChange }: CellProps): ReactElement {
  return (
    <div className="pg-cells">
      {Object.entries(titles).map(([name, title]) => (
        <label key={name}>
          <span>{title}</span>
          <Input
            size="small"
            value={cells[name] ?? ''}
            disabled={disabled}
            autoComplete="off"
            onChange={(event) => {
              onChange({ ...cells, [name]: event.target.value })
            }}
          />
        </label>
      ))}
    </div>
  )
}

function Export({ importId, fileName }: { importId: string; fileName: string }): ReactElement {
  const load = useMutation({
    mutationFn: async () => {
      const file: unknown = await call(exportBadRows, { params: { importId } })
      if (file instanceof Blob) saveFile(file, `问题行-${fileName.replace(/\.[^.]+$/, '')}.csv`)
    },
  })
  return (
    <>
      <FaultNote fault={load.error} />
      <Button
        icon={<Icon name="download" />}
        loading={load.isPending}
        onClick={() => {
          load.mutate()
        }}
      >
        下载问题行
      </Button>
    </>
  )
}
