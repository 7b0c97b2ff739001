/**
 * One decision table: its grid, edited as a draft, tried with an example, submitted and published by two people
 * (CLM-07).
 */
import {
  draftTable,
  editTable,
  getTable,
  publishTable,
  submitTable,
  tryTable,
  type TableView,
} from '@anpei/contract/programme'
import { App, Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, Empty, FaultNote, PageHead, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { tableTones } from './DecisionTablesPage.tsx'
import { dataOfText, type Data } from './definition.ts'
import { sampleInput, tablesOf, withRules } from './jdm.ts'
import { RuleGrid } from './RuleGrid.tsx'
import '../programme.css'

export default function DecisionTablePage(): ReactElement {
  const { tableId = '' } = useParams()
  const found = useCall(getTable, { params: { tableId } })
  return <Answered of={found}>{(table) => <Table key={`${table.id} ${table.state}`} table={table} />}</Answered>
}

function Table({ table }: { table: TableView }): ReactElement {
  const [content, setContent] = useState<Data>(table.content)
  const editable = table.can.includes('edit')
  const dirty = JSON.stringify(content) !== JSON.stringify(table.content)
  const grids = tablesOf(content)
  return (
    <>
      <PageHead
        title={`${table.title} 第 ${table.versionNo} 版`}
        note={`${table.madeBy ?? '系统'} ${instantText(table.madeAt)}${
          table.publishedAt === null ? '' : `，${table.publishedBy ?? '系统'} ${instantText(table.publishedAt)} 发布`
        }`}
      >
        <Tag tone={tableTones[table.state]}>{table.stateWord}</Tag>
        <Link to="/decision-tables">全部决策表</Link>
        <Acts table={table} content={content} dirty={dirty} />
      </PageHead>
      <div className="ap-stack">
        {grids.length === 0 ? (
          <Panel>
            <Empty>这份文件里没有决策表。</Empty>
          </Panel>
        ) : null}
        {grids.map((grid) => (
          <Panel key={grid.at.join('.')} title={grid.name || '规则'}>
            <RuleGrid
              table={grid}
              editable={editable}
              onRules={(rules) => {
                setContent(withRules(content, grid, rules))
              }}
            />
          </Panel>
        ))}
        <TryPanel content={content} />
      </div>
    </>
  )
}

type ActsProps = { table: TableView; content: Data; dirty: boolean }

function Acts({ table, content, dirty }: ActsProps): ReactElement {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const may = useMay()
  const draft = useCommand(draftTable)
  const edit = useCommand(editTable)
  const submit = useCommand(submitTable)
  const publish = useCommand(publishTable)
  const params = { tableId: table.id }
  const tell = async (run: Promise<TableView | null>, text: string): Promise<void> => {
    if (await run) void message.success(text)
  }
  const begin = async (): Promise<void> => {
    const made = await draft.run({ body: { code: table.code, content: { ...table.content } } })
    if (made) void navigate(`/decision-tables/${made.id}`)
  }
  const canDraft = table.state === 'published' && may('programme.edit')
  return (
    <>
      {canDraft ? (
        <Button
          type="primary"
          loading={draft.busy}
          onClick={() => {
            void begin()
          }}
        >
          起草新版本
        </Button>
      ) : null}
      {table.can.includes('edit') ? (
        <Button
          type="primary"
          disabled={!dirty}
          loading={edit.busy}
          onClick={() => {
            void tell(edit.run({ params, body: { content: { ...content } } }), '已保存')
          }}
        >
          保存
        </Button>
      ) : null}
      {table.can.includes('submit') ? (
        <Button
          disabled={dirty}
          loading={submit.busy}
          onClick={() => {
            void tell(submit.run({ params }), '已提交，等另一人发布')
          }}
        >
          提交发布
        </Button>
      ) : null}
      {table.can.includes('publish') ? (
        <Button
          type="primary"
          loading={publish.busy}
          onClick={() => {
            void tell(publish.run({ params }), '已发布')
          }}
        >
          发布
        </Button>
      ) : null}
      <FaultNote fault={draft.fault ?? edit.fault ?? submit.fault ?? publish.fault} />
    </>
  )
}

function TryPanel({ content }: { content: Data }): ReactElement | null {
  const [text, setText] = useState(() => JSON.stringify(sampleInput(tablesOf(content)), null, 2))
  const [output, setOutput] = useState<string | null>(null)
  const may = useMay()
  const run = useCommand(tryTable)
  const input = dataOfText(text)
  if (!may('programme.edit')) return null
  const onTry = async (): Promise<void> => {
    if (!input.ok) return
    const answer = await run.run({ body: { content: { ...content }, input: { ...input.data } } })
    setOutput(answer ? JSON.stringify(answer.output, null, 2) : null)
  }
  return (
    <Panel
      title="用例子试算"
      acts={
        <Button
          disabled={!input.ok}
          loading={run.busy}
          onClick={() => {
            void onTry()
          }}
        >
          试算
        </Button>
      }
    >
      <FaultNote fault={run.fault} />
      <div className="pg-try pg-json">
        <label>
          输入
          <Input.TextArea
            value={text}
            autoSize={{ minRows: 6, maxRows: 20 }}
            spellCheck={false}
            status={input.ok ? '' : 'error'}
            onChange={(event) => {
              setText(event.target.value)
              setOutput(null)
            }}
          />
          {input.ok ? null : (
            <span role="alert" className="ap-small">
              {input.fault}
            </span>
          )}
        </label>
        <label>
          结果
          <Input.TextArea value={output ?? '（还没有试算）'} readOnly autoSize={{ minRows: 6, maxRows: 20 }} />
        </label>
      </div>
    </Panel>
  )
}
