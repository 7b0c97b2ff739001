/** A version as people read it (PRG-01): benefits with sums, limits and clauses, exclusions, documents, promises. */
import type { ReactElement, ReactNode } from 'react'
import { parseProgrammeVersion } from '@anpei/domain/programme'
import { Alert } from 'antd'
import { DataTable, Panel, Tag } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'
import { dataAt, listAt, textAt, valueAt, type Data } from './definition.ts'
import { answerWord, CLAIM_KIND_WORDS, KINDS, NUMBERS, PARAMETERS, SWITCHES, VEHICLES } from './parameters.ts'

export function VersionContent({ definition }: { definition: Data }): ReactElement {
  const parsed = parseProgrammeVersion(definition)
  return (
    <div className="ap-stack">
      {parsed.ok ? null : <Unreadable facts={parsed.facts['problems']} />}
      <Panel title="保险责任">
        {listAt(definition, ['benefits']).map((one, index) => (
          <Benefit key={index} benefit={one} />
        ))}
      </Panel>
      <Exclusions definition={definition} />
      <Documents definition={definition} />
      <Promises definition={definition} />
      <Notes notes={listAt(definition, ['notes'])} />
    </div>
  )
}

function Unreadable({ facts }: { facts: unknown }): ReactElement {
  const problems = Array.isArray(facts) ? facts.filter((one) => typeof one === 'string') : []
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title="这一版有不完整的地方，暂时不能计算"
      description={
        <ul className="ap-plain-list">
          {problems.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
    />
  )
}

function Benefit({ benefit }: { benefit: unknown }): ReactElement {
  const sources = dataAt(benefit, ['sources'])
  const pricing = dataAt(benefit, ['pricing'])
  const numbers = [...Object.entries(dataAt(benefit, [])), ...Object.entries(pricing)]
  const vehicles = Object.entries(dataAt(benefit, ['sumFenByVehicle']))
  return (
    <section className="pg-benefit">
      <h3 className="ap-row">
        {textAt(benefit, ['title'])} <Tag tone="teal">{KINDS[textAt(benefit, ['kind'])] ?? ''}</Tag>
      </h3>
      <dl className="pg-numbers">
        {numbers.map(([name, value]) => {
          const number = NUMBERS[name]
          return number === undefined || typeof value !== 'number' ? null : (
            <Numbered key={name} title={number.title} source={sources[name]}>
              {numberText(value, number.unit)}
            </Numbered>
          )
        })}
        {vehicles.map(([name, fen]) => (
          <Numbered key={name} title={VEHICLES[name] ?? name} source={sources['sumFenByVehicle']}>
            {typeof fen === 'number' ? yuan(fen) : '—'}
          </Numbered>
        ))}
        <Ladder ladder={dataAt(benefit, ['percentByGrade'])} source={sources['percentByGrade']} />
        {numbers.map(([name, value]) =>
          SWITCHES[name] === undefined || typeof value !== 'boolean' ? null : (
            <Numbered key={name} title={SWITCHES[name]} source={sources[name]}>
              {value ? '是' : '否'}
            </Numbered>
          ),
        )}
      </dl>
      {valueAt(benefit, ['pricing']) === null ? (
        <p className="ap-muted">没有公布免赔额、比例和限额：这类案件由人工认定。</p>
      ) : null}
    </section>
  )
}

function numberText(value: number, unit: string): string {
  if (unit === 'yuan') return yuan(value)
  if (unit === '级') return ['一级', '二级', '三级'][value - 1] ?? String(value)
  return unit === '‱' ? `${value / 100}%` : `${value.toLocaleString('en-US')} ${unit}`
}

function Numbered({ title, source, children }: { title: string; source: unknown; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <strong className="ap-num">{children}</strong>
        {typeof source === 'string' ? <span className="pg-source">{source}</span> : null}
      </dd>
    </div>
  )
}

function Ladder({ ladder, source }: { ladder: Data; source: unknown }): ReactElement | null {
  const steps = Object.entries(ladder)
  if (steps.length === 0) return null
  return (
    <Numbered title="伤残等级 → 比例" source={source}>
      <span className="ap-row">
        {steps.map(([grade, percent]) => (
          <Tag key={grade}>
            {grade} 级 {String(percent)}%
          </Tag>
        ))}
      </span>
    </Numbered>
  )
}

export function Parameters({ definition }: { definition: Data }): ReactElement {
  const values = dataAt(definition, ['parameters'])
  const sources = dataAt(values, ['sources'])
  const rows = Object.entries(PARAMETERS).map(([id, question]) => ({
    id,
    question,
    value: values[id],
    source: sources[id],
  }))
  return (
    <Panel title="参数：原文没有写明或与法律不一致之处" flush>
      <DataTable
        label="参数"
        rows={rows}
        columns={[
          {
            key: 'trap',
            title: '为什么要问',
            render: ({ question }) => (question.trap === null ? '—' : <Tag tone="amber">原文不明</Tag>),
          },
          { key: 'title', title: '事项', render: ({ question }) => <strong>{question.title}</strong> },
          { key: 'question', title: '要回答的问题', render: ({ question }) => question.question },
          {
            key: 'answer',
            title: '本版的回答',
            render: ({ question, value }) => <Tag tone="teal">{answerWord(question, value)}</Tag>,
          },
          {
            key: 'source',
            title: '依据',
            render: ({ source }) => <small>{typeof source === 'string' ? source : '没有注明'}</small>,
          },
        ]}
      />
    </Panel>
  )
}

function Exclusions({ definition }: { definition: Data }): ReactElement {
  const rows = listAt(definition, ['exclusions']).map((one) => ({
    id: textAt(one, ['code']),
    title: textAt(one, ['title']),
    effect: textAt(one, ['effect']),
    proof: textAt(one, ['explanationProof']),
    source: textAt(one, ['source']),
  }))
  return (
    <Panel title="责任免除" flush>
      <DataTable
        label="责任免除"
        rows={rows}
        columns={[
          { key: 'title', title: '事项', render: (row) => <strong>{row.title}</strong> },
          {
            key: 'effect',
            title: '处理',
            render: (row) =>
              row.effect === 'refuse' ? <Tag tone="red">建议拒赔（由人决定）</Tag> : <Tag tone="amber">须人工认定</Tag>,
          },
          { key: 'proof', title: '提示和说明的证据', render: (row) => row.proof || <Tag tone="red">没有</Tag> },
          { key: 'source', title: '出处', render: (row) => <small>{row.source}</small> },
        ]}
      />
    </Panel>
  )
}

function Documents({ definition }: { definition: Data }): ReactElement {
  const rows = listAt(definition, ['documents']).flatMap((list) =>
    listAt(list, ['documents']).map((one) => ({
      id: `${textAt(list, ['claimKind'])} ${textAt(one, ['code'])}`,
      kind: CLAIM_KIND_WORDS[textAt(list, ['claimKind'])] ?? '',
      title: textAt(one, ['title']),
      required: valueAt(one, ['required']) === true,
      substitute: textAt(one, ['substitute']),
    })),
  )
  return (
    <Panel title="材料清单" flush>
      <DataTable
        label="材料清单"
        rows={rows}
        columns={[
          { key: 'kind', title: '案件', render: (row) => row.kind },
          { key: 'title', title: '材料', render: (row) => row.title },
          {
            key: 'need',
            title: '要求',
            render: (row) => (row.required ? <Tag tone="teal">必需</Tag> : <Tag>可选</Tag>),
          },
          { key: 'instead', title: '拿不到时', render: (row) => row.substitute },
        ]}
      />
    </Panel>
  )
}

function Promises({ definition }: { definition: Data }): ReactElement {
  const rows = listAt(definition, ['promises']).map((one) => ({
    id: textAt(one, ['code']),
    title: textAt(one, ['title']),
    days: String(valueAt(one, ['days'])),
    unit: textAt(one, ['unit']) === 'workingDay' ? '个工作日' : '日',
    cappedBy: textAt(one, ['cappedBy']),
    source: textAt(one, ['source']),
  }))
  return (
    <Panel title="服务承诺" flush>
      <DataTable
        label="服务承诺"
        rows={rows}
        columns={[
          { key: 'title', title: '承诺', render: (row) => row.title },
          { key: 'days', title: '时限', render: (row) => `${row.days} ${row.unit}` },
          { key: 'law', title: '法定时限', render: (row) => (row.cappedBy ? '同时计法定时限，先到的为准' : '—') },
          { key: 'source', title: '出处', render: (row) => <small>{row.source}</small> },
        ]}
      />
    </Panel>
  )
}

function Notes({ notes }: { notes: readonly unknown[] }): ReactElement | null {
  if (notes.length === 0) return null
  return (
    <Panel title="说明">
      <ul className="ap-plain-list">
        {notes.map((note) => (
          <li key={String(note)}>{String(note)}</li>
        ))}
      </ul>
    </Panel>
  )
}
