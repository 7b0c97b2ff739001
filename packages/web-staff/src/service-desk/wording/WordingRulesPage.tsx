/** 用语规则: what answers are looked at by; changed here, in force once a second person has confirmed it (SRV-10). */
import { getWordingRules, proposeWordingRules, type WordingRuleSet } from '@anpei/contract/service-desk'
import type { Answer } from '@anpei/contract/kernel'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, PageHead, Panel, ReasonDialog } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { OneRule, RuleList } from './RuleRows.tsx'
import '../desk.css'

type Held = Answer<typeof getWordingRules>

export default function WordingRulesPage(): ReactElement {
  const held = useCall(getWordingRules, {})
  return (
    <Answered of={held}>
      {(answer) => <Shown key={`${answer.version}/${String(answer.waiting)}`} held={answer} />}
    </Answered>
  )
}

function Shown({ held }: { held: Held }): ReactElement {
  const may = useMay()
  const [rules, setRules] = useState<WordingRuleSet>(held.rules)
  const [asking, setAsking] = useState(false)
  const mayChange = may('desk.lead') && !held.waiting
  const changed = JSON.stringify(rules) !== JSON.stringify(held.rules)
  const set = (change: Partial<WordingRuleSet>): void => {
    setRules({ ...rules, ...change })
  }
  const locked = !mayChange
  return (
    <div className="ap-stack">
      <PageHead
        title="用语规则"
        note={`写答复时逐条提示，不拦发送。现行第 ${held.version} 版，改动由另一人复核后生效。`}
      >
        {mayChange ? (
          <Button
            type="primary"
            disabled={!changed}
            onClick={() => {
              setAsking(true)
            }}
          >
            提交修改
          </Button>
        ) : null}
      </PageHead>
      {held.waiting ? (
        <Alert type="info" showIcon title="有一次修改正在等待复核。" action={<Link to="/changes">去看</Link>} />
      ) : null}
      <Panel title={`服务忌语（${rules.forbidden.length} 条）`}>
        <RuleList
          rows={rules.forbidden}
          locked={locked}
          fresh={{ words: [], say: '' }}
          add="加一条忌语"
          onChange={(forbidden) => set({ forbidden })}
          wordsOf={(row) => row.words}
          withWords={(row, words) => ({ ...row, words })}
          wordsLabel="出现这些话就提示"
        />
      </Panel>
      <Panel title={`专业词要配平常话（${rules.terms.length} 个）`}>
        <RuleList
          rows={rules.terms}
          locked={locked}
          fresh={{ term: '', plain: [], say: '' }}
          add="加一个专业词"
          onChange={(terms) => set({ terms })}
          wordsOf={(row) => row.plain}
          withWords={(row, plain) => ({ ...row, plain })}
          wordsLabel="算作解释的话"
        />
      </Panel>
      <Others rules={rules} locked={locked} onChange={set} />
      <Earlier of={held} />
      {asking ? <Propose held={held} rules={rules} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

type OthersProps = {
  readonly rules: WordingRuleSet
  readonly locked: boolean
  readonly onChange: (change: Partial<WordingRuleSet>) => void
}

function Others({ rules, locked, onChange }: OthersProps): ReactElement {
  const { introduction, tone, secrets, presence } = rules
  return (
    <Panel title="自我介绍、语气、保密、仪容">
      <div className="dk-rules">
        <OneRule
          name="自我介绍"
          row={introduction}
          locked={locked}
          onChange={(row) => onChange({ introduction: row })}
        />
        <OneRule name="语气" row={tone} locked={locked} onChange={(row) => onChange({ tone: row })} />
        <OneRule name="保密" row={secrets} locked={locked} onChange={(row) => onChange({ secrets: row })} />
        <OneRule name="仪容" row={presence} locked={locked} onChange={(row) => onChange({ presence: row })} />
      </div>
    </Panel>
  )
}

function Earlier({ of: { earlier } }: { of: Held }): ReactElement | null {
  if (earlier.length === 0) return null
  return (
    <Panel title="改动记录">
      <ul className="dk-story">
        {earlier.map(({ version, at, madeBy, confirmedBy }) => (
          <li key={version}>
            第 {version} 版 <time>{instantText(at)}</time> {madeBy}提交，{confirmedBy}复核
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type ProposeProps = { readonly held: Held; readonly rules: WordingRuleSet; readonly onClose: () => void }

function Propose({ held, rules, onClose }: ProposeProps): ReactElement {
  const command = useCommand(proposeWordingRules)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ body: { version: held.version, rules, reason } })) onClose()
  }
  return (
    <ReasonDialog
      title="提交修改"
      label="为什么改"
      okText="提交"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
