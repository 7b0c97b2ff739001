/** One promise or limit: what it means in one sentence, its source, events, who is told, its versions (CLK-01). */
import { viewDefinition } from '@anpei/contract/sla'
import type { Answer } from '@anpei/contract/kernel'
import { STANDING_WORDS } from '@anpei/domain/sla'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Facts, PageHead, Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { PromiseDialog } from './PromiseDialog.tsx'
import { PromiseVersions } from './PromiseVersions.tsx'
import './sla.css'

type Definition = Answer<typeof viewDefinition>
const heard = [viewDefinition]
/** Shown above in their own places. */
const ELSEWHERE = new Set(['名称', '提醒', '告知谁', '依据', '依据核实', '起算说法'])

export default function PromisePage(): ReactElement {
  const { clockId = '' } = useParams()
  useLive('definitions', heard)
  const found = useCall(viewDefinition, { params: { clockId } }, { everySeconds: 30 })
  return <Answered of={found}>{(definition) => <Body key={definition.id} definition={definition} />}</Answered>
}

function Body({ definition }: { definition: Definition }): ReactElement {
  const [editing, setEditing] = useState(false)
  const may = useMay()
  return (
    <>
      <PageHead
        title={
          <>
            {definition.name} <span className="ap-num">{definition.id}</span> <Tag>{definition.kindWord}</Tag>
          </>
        }
        tab={definition.name}
        note={definition.sentence}
      >
        <Link to="/promises">回时限规则</Link>
        {may('ledger.read') ? <Link to={`/promise-ledger/${definition.id}`}>按时率</Link> : null}
        {definition.can.includes('propose') ? (
          <Button
            type="primary"
            onClick={() => {
              setEditing(true)
            }}
          >
            修改
          </Button>
        ) : null}
      </PageHead>
      <div className="ap-stack">
        <Meaning definition={definition} />
        <Warnings definition={definition} />
        <Versions definition={definition} />
      </div>
      {editing ? (
        <PromiseDialog
          definition={definition}
          onClose={() => {
            setEditing(false)
          }}
        />
      ) : null}
    </>
  )
}

function Meaning({ definition }: { definition: Definition }): ReactElement {
  const facts = definition.facts.filter((one) => !ELSEWHERE.has(one.field) && !EMPTY.has(one.words))
  return (
    <Panel title="规则">
      {definition.heldBack === null ? null : (
        <Alert type="info" showIcon title="现在不计时" description={definition.heldBack} />
      )}
      <Facts
        facts={[
          {
            label: '依据',
            value: (
              <>
                {definition.source}{' '}
                {definition.standing === 'verified' ? null : (
                  <Tag tone="amber">{STANDING_WORDS[definition.standing]}</Tag>
                )}
              </>
            ),
          },
          { label: '用于', value: definition.caseKinds.join('、') || '不对单个案件计时' },
          {
            label: '现在在走',
            value: `${definition.runningMore ? '超过 ' : ''}${definition.runningNow.toLocaleString('en-US')} 个`,
          },
          ...facts.map((one) => ({ label: one.field, value: one.words })),
        ]}
      />
    </Panel>
  )
}

/** Fields that say nothing of this promise. */
const EMPTY: ReadonlySet<string> = new Set(['', '无', '不可延长', '末日不顺延'])

function Warnings({ definition }: { definition: Definition }): ReactElement {
  return (
    <Panel title="提醒谁">
      {definition.warnings.length === 0 ? <p className="ap-muted">不提醒。</p> : null}
      <ul className="ap-plain-list">
        {definition.warnings.map((one) => (
          <li key={one.percent}>
            <span className="ap-num">用到 {one.percent}%</span>
            {one.percent === 100 ? '（到期）' : ''}：{one.toWords}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Versions({ definition }: { definition: Definition }): ReactElement {
  return (
    <Panel title="版本">
      <PromiseVersions versions={definition.versions} />
      <p className="ap-muted">
        {definition.validFrom === null
          ? `现行第 ${definition.version} 版随系统提供。`
          : `现行第 ${definition.version} 版，${instantText(definition.validFrom)} 起；更早的随系统提供。`}
        在走的案件用起算时的那一版，除非选择了重算。
      </p>
    </Panel>
  )
}
