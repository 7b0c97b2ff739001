/** Causes of complaints: which are used, and the national code each is reported under (CMP-04). */
import { importComplaintCodes, listComplaintCategories, setComplaintCategory } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { Alert, Form, Input, Select, Switch } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  FaultNote,
  Field,
  FilePick,
  PageHead,
  Panel,
  SaveDialog,
  type Column,
  clearable,
} from '../kit/index.ts'

type Categories = Answer<typeof listComplaintCategories>
type Category = Categories['items'][number] & { id: string }

export default function CategoriesPage(): ReactElement {
  const may = useMay()
  const found = useCall(listComplaintCategories, {})
  const set = useCommand(setComplaintCategory)
  const [file, setFile] = useState<File | null>(null)
  const save = (row: Category, change: { offered?: boolean; nationalCode?: string | null }): void => {
    const { cause, offered, nationalCode } = row
    void set.run({ params: { cause }, body: { offered, nationalCode, ...change } })
  }
  return (
    <div className="ap-stack">
      <PageHead title="投诉类别与代码" note="一级事由用于公布，二级为本公司类别。">
        {may('complaint.import') ? (
          <FilePick
            label="导入国家标准代码表"
            accept=".csv,.xlsx"
            onFiles={([first]) => {
              setFile(first ?? null)
            }}
          />
        ) : null}
      </PageHead>
      <FaultNote fault={set.fault} />
      <Answered of={found}>
        {(categories) => (
          <>
            <Standing categories={categories} />
            <Panel flush>
              <DataTable<Category>
                label="投诉类别"
                rows={categories.items.map((row) => ({ ...row, id: row.cause }))}
                columns={columnsOf(categories, may('complaint.coordinate') ? save : null)}
                empty={<Empty>没有类别。</Empty>}
              />
            </Panel>
          </>
        )}
      </Answered>
      {file === null ? null : <ImportDialog file={file} onClose={() => setFile(null)} />}
    </div>
  )
}

function Standing({ categories }: { categories: Categories }): ReactElement {
  return categories.interim ? (
    <Alert
      type="info"
      showIcon
      title="暂用本公司类别：国家标准《保险消费投诉事由分类与代码》（GB/T 43568-2023 附录 A）的代码表尚未导入，系统不自编代码。"
      description="文件格式：CSV 或 Excel，列为“代码、名称、上级代码”，每行一个代码，一级代码的上级留空。"
    />
  ) : (
    <Alert
      type="success"
      showIcon
      title={`已导入《${categories.standard ?? ''}》，共 ${categories.codes.length} 个代码。`}
    />
  )
}

type Save = (row: Category, change: { offered?: boolean; nationalCode?: string | null }) => void

function columnsOf({ codes }: Categories, save: Save | null): readonly Column<Category>[] {
  return [
    { key: 'group', title: '一级事由', render: (row) => row.groupWord },
    { key: 'word', title: '二级事由', render: (row) => row.word },
    {
      key: 'offered',
      title: '使用',
      render: (row) => (
        <Switch
          aria-label={`使用“${row.word}”`}
          checked={row.offered}
          disabled={save === null}
          onChange={(offered) => save?.(row, { offered })}
        />
      ),
    },
    {
      key: 'code',
      title: '国家标准代码',
      render: (row) => (
        <Select
          aria-label={`“${row.word}”的国家标准代码`}
          style={{ minWidth: 180 }}
          allowClear={clearable}
          disabled={save === null || codes.length === 0}
          value={row.nationalCode}
          placeholder={codes.length === 0 ? '代码表未导入' : '未对应'}
          showSearch={{ optionFilterProp: 'label' }}
          options={codes.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))}
          onChange={(nationalCode: string | undefined) => save?.(row, { nationalCode: nationalCode ?? null })}
        />
      ),
    },
  ]
}

function ImportDialog({ file, onClose }: { file: File; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<{ standard: string }>()
  const command = useCommand(importComplaintCodes)
  const save = async ({ standard }: { standard: string }): Promise<void> => {
    if (await command.run({ body: { standard } }, [{ field: 'file', file, name: file.name }])) onClose()
  }
  return (
    <SaveDialog<{ standard: string }>
      title={`导入 ${file.name}`}
      open
      okText="导入"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ standard: 'GB/T 43568-2023 附录 A' }}
      note="列为“代码、名称、上级代码”。已有的代码按代码更新。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="standard" label="标准名称与版本" required>
        <Input maxLength={80} />
      </Field>
    </SaveDialog>
  )
}
