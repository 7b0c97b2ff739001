/** The rules of a decision table as a grid: one row a rule, tried from the top; cells are expressions of the engine. */
import { Button, Input } from 'antd'
import type { ReactElement } from 'react'
import { Icon, Tag } from '../../kit/index.ts'
import { cellWords } from './cell-words.ts'
import { emptyRule, moved, type JdmRule, type JdmTable } from './jdm.ts'

type Props = {
  readonly table: JdmTable
  readonly editable: boolean
  readonly onRules: (rules: readonly JdmRule[]) => void
}

export function RuleGrid({ table, editable, onRules }: Props): ReactElement {
  const { rules } = table
  const add = (): void => {
    onRules([...rules, emptyRule(table, `r-${Date.now().toString(36)}`)])
  }
  return (
    <div className="ap-stack">
      <p className="ap-muted ap-small">
        {table.hitPolicy === 'first' ? '自上而下，第一条相符的规则生效。' : '所有相符的规则都生效。'}
        {editable ? '条件留空表示不限；文字结果要加引号，如 "standard"。' : null}
      </p>
      <div className="pg-grid" role="region" aria-label={`决策表 ${table.name}`} tabIndex={0}>
        <table>
          <GridHead table={table} editable={editable} />
          <tbody>
            {rules.map((rule, index) => (
              <RuleRow key={rule['_id'] ?? index} table={table} index={index} editable={editable} onRules={onRules} />
            ))}
          </tbody>
        </table>
      </div>
      {rules.length === 0 ? (
        <p>
          <Tag tone="amber">还没有规则</Tag>
        </p>
      ) : null}
      {editable ? (
        <div>
          <Button icon={<Icon name="plus" />} onClick={add}>
            加一条规则
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function GridHead({ table, editable }: Omit<Props, 'onRules'>): ReactElement {
  return (
    <thead>
      <tr>
        <th scope="col">#</th>
        {table.columns.map((column) => (
          <th key={column.id} scope="col" className={column.side === 'out' ? 'pg-out' : ''}>
            {column.side === 'out' ? '结果：' : ''}
            {column.name}
            {editable ? <small>{column.field}</small> : null}
          </th>
        ))}
        {editable ? <th scope="col">顺序</th> : null}
      </tr>
    </thead>
  )
}

function RuleRow({ table: { columns, rules }, index, editable, onRules }: Props & { index: number }): ReactElement {
  const rule = rules[index] ?? {}
  return (
    <tr>
      <td>{index + 1}</td>
      {columns.map(({ id, name, field }) => (
        <td key={id}>
          {editable ? (
            <Input
              size="small"
              value={rule[id] ?? ''}
              aria-label={`第 ${index + 1} 条 ${name}`}
              spellCheck={false}
              onChange={(event) => {
                onRules(withCell(rules, index, id, event.target.value))
              }}
            />
          ) : (
            <span title={rule[id] ?? ''}>{cellWords(field, rule[id] ?? '')}</span>
          )}
        </td>
      ))}
      {editable ? (
        <td>
          <RowActs rules={rules} index={index} onRules={onRules} />
        </td>
      ) : null}
    </tr>
  )
}

function withCell(rules: readonly JdmRule[], index: number, id: string, text: string): JdmRule[] {
  return rules.map((rule, place) => (place === index ? { ...rule, [id]: text } : rule))
}

type ActsProps = { rules: readonly JdmRule[]; index: number; onRules: Props['onRules'] }

function RowActs({ rules, index, onRules }: ActsProps): ReactElement {
  const place = index + 1
  return (
    <span className="pg-row-acts">
      <Button
        size="small"
        disabled={index === 0}
        aria-label={`第 ${place} 条上移`}
        onClick={() => {
          onRules(moved(rules, index, -1))
        }}
      >
        ↑
      </Button>
      <Button
        size="small"
        disabled={place === rules.length}
        aria-label={`第 ${place} 条下移`}
        onClick={() => {
          onRules(moved(rules, index, 1))
        }}
      >
        ↓
      </Button>
      <Button
        size="small"
        danger
        aria-label={`删除第 ${place} 条`}
        icon={<Icon name="cross" size={12} />}
        onClick={() => {
          onRules(rules.filter((_, other) => other !== index))
        }}
      />
    </span>
  )
}
