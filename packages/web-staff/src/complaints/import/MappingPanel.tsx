/** Which column is what, how days and lists are written, and what the source's words mean here (CMP-13). */
import {
  getHistorySample,
  listHistoryMappings,
  rehearseHistoryImport,
  saveHistoryMapping,
  type HistoryImportView,
  type HistoryMapping,
} from '@anpei/contract/complaints'
import { DAY_ORDERS, fieldNames, HISTORY_FIELDS, SEPARATORS, type HistoryField } from '@anpei/domain/complaints'
import { Button, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, choicesOf, DataTable, FaultNote, Panel, type Column, clearable } from '../../kit/index.ts'
import { WordTables } from './WordTables.tsx'

type Change = (mapping: HistoryMapping) => void
const SEPARATOR_WORDS = Object.fromEntries(Object.entries(SEPARATORS).map(([name, { zh }]) => [name, zh]))

export function MappingPanel({ one }: { one: HistoryImportView }): ReactElement {
  const [mapping, setMapping] = useState<HistoryMapping>(one.mapping)
  const rehearse = useCommand(rehearseHistoryImport)
  const params = { importId: one.id }
  return (
    <>
      <Panel title="哪一列是什么">
        <Saved one={one} mapping={mapping} onMapping={setMapping} />
        <Columns headings={one.headings} mapping={mapping} onMapping={setMapping} />
        <Writings mapping={mapping} onMapping={setMapping} />
        <FaultNote fault={rehearse.fault} />
        <div className="ap-row">
          <Button
            type={one.state === 'uploaded' ? 'primary' : 'default'}
            loading={rehearse.busy}
            onClick={() => void rehearse.run({ params, body: { mapping } })}
          >
            {one.state === 'uploaded' ? '试导入（不写入）' : '用改后的对应再试一次'}
          </Button>
        </div>
      </Panel>
      <Sample one={one} />
      <WordTables one={one} mapping={mapping} onMapping={setMapping} />
    </>
  )
}

type Props = { mapping: HistoryMapping; onMapping: Change }

function Columns({ headings, mapping, onMapping }: Props & { headings: readonly string[] }): ReactElement {
  const options = headings.map((heading) => ({ value: heading, label: heading }))
  const set = (field: HistoryField, chosen: readonly string[]): void => {
    onMapping({ ...mapping, columns: { ...mapping.columns, [field]: chosen } })
  }
  return (
    <div className="ap-fields">
      {fieldNames().map((field) => {
        const { zh, several, required } = HISTORY_FIELDS[field]
        const chosen = mapping.columns[field] ?? []
        return (
          <label key={field} className="cm-map">
            <span>
              {zh}
              {required ? <em>（必填）</em> : null}
            </span>
            {several ? (
              <Select
                mode="multiple"
                allowClear={clearable}
                aria-label={zh}
                placeholder="文件里没有"
                value={[...chosen]}
                options={options}
                onChange={(next: string[]) => {
                  set(field, next)
                }}
              />
            ) : (
              <Select
                allowClear={clearable}
                showSearch
                aria-label={zh}
                placeholder="文件里没有"
                value={chosen[0] ?? null}
                options={options}
                onChange={(next: string | null) => {
                  set(field, next ? [next] : [])
                }}
              />
            )}
          </label>
        )
      })}
    </div>
  )
}

function Writings({ mapping, onMapping }: Props): ReactElement {
  return (
    <div className="ap-fields">
      <label className="cm-map">
        <span>日期写法</span>
        <Select
          aria-label="日期写法"
          value={mapping.dayOrder}
          options={choicesOf(DAY_ORDERS)}
          onChange={(dayOrder) => {
            onMapping({ ...mapping, dayOrder })
          }}
        />
      </label>
      <label className="cm-map">
        <span>一格里几个事由或结果怎样分开</span>
        <Select
          aria-label="分隔"
          value={mapping.separator}
          options={choicesOf(SEPARATOR_WORDS)}
          onChange={(next) => {
            const separator = separatorOf(next)
            if (separator) onMapping({ ...mapping, separator })
          }}
        />
      </label>
    </div>
  )
}

function separatorOf(name: string): HistoryMapping['separator'] | undefined {
  const names = ['none', 'semicolon', 'bar', 'pause', 'comma', 'slash'] as const
  return names.find((one) => one === name)
}

function Saved({ one, mapping, onMapping }: Props & { one: HistoryImportView }): ReactElement {
  const [name, setName] = useState('')
  const choices = useCall(listHistoryMappings, {})
  const save = useCommand(saveHistoryMapping)
  const { institutionId } = one
  const own = (choices.shown?.mappings ?? []).filter((saved) => saved.institutionId === institutionId)
  return (
    <div className="ap-row cm-saved">
      <Select
        aria-label="用已保存的对应"
        placeholder={own.length === 0 ? '还没有保存过对应' : '用已保存的对应'}
        disabled={own.length === 0}
        value={null}
        options={own.map((saved) => ({ value: saved.id, label: saved.name }))}
        onChange={(id: string | null) => {
          const saved = own.find((one) => one.id === id)
          if (!saved) return
          onMapping(saved.mapping)
          setName(saved.name)
        }}
      />
      <Input
        aria-label="对应的名称"
        placeholder="给这套对应起个名"
        maxLength={40}
        value={name}
        onChange={(event) => {
          setName(event.target.value)
        }}
      />
      <Button
        disabled={name.trim() === ''}
        loading={save.busy}
        onClick={() => void save.run({ body: { institutionId, name: name.trim(), mapping } })}
      >
        保存对应
      </Button>
      <FaultNote fault={save.fault} />
    </div>
  )
}

type Row = { id: string; cells: readonly string[] }

function Sample({ one }: { one: HistoryImportView }): ReactElement {
  const found = useCall(getHistorySample, { params: { importId: one.id } })
  const columns: readonly Column<Row>[] = one.headings.map((heading, at) => ({
    key: heading,
    title: heading,
    render: (row) => row.cells[at] ?? '',
  }))
  return (
    <Panel title="文件的前几行" flush>
      <Answered of={found}>
        {({ rows }) => (
          <DataTable<Row>
            label="文件的前几行"
            columns={columns}
            rows={rows.map((cells, at) => ({ id: String(at), cells }))}
          />
        )}
      </Answered>
    </Panel>
  )
}
