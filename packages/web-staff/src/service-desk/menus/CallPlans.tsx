/** The plan of each line: what is played, and which keys lead where; the key to a human stands first (SRV-02). */
import { listCallPlans } from '@anpei/contract/service-desk'
import { LANGUAGES } from '@anpei/domain/identity'
import { KEY_ACTS, PLAN_PARTS, PROMPT_OCCASIONS, type PlanPart } from '@anpei/domain/service-desk'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Answered, Panel, Tag } from '../../kit/index.ts'
import { PlanDialog, type LinePlan } from './PlanDialog.tsx'

const PARTS: readonly PlanPart[] = ['opening', 'menu', 'waiting', 'outOfHours', 'unanswered']

export function CallPlans({ mayLead }: { mayLead: boolean }): ReactElement {
  const found = useCall(listCallPlans, {})
  const [changing, setChanging] = useState<LinePlan | null>(null)
  return (
    <Panel title="各条线路的播放计划">
      <Answered of={found}>
        {({ items }) => (
          <ul className="dk-plans">
            {items.map((one) => (
              <li key={one.line}>
                <header>
                  <b>{one.lineWord}</b>
                  <Stand of={one} />
                  {mayLead && !one.waiting ? (
                    <Button
                      size="small"
                      onClick={() => {
                        setChanging(one)
                      }}
                    >
                      {one.plan ? '修改' : '设置'}
                    </Button>
                  ) : null}
                </header>
                <Shown of={one} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {changing ? (
        <PlanDialog
          of={changing}
          onClose={() => {
            setChanging(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function Stand({ of: { waiting, version, madeBy, confirmedBy } }: { of: LinePlan }): ReactElement | null {
  if (waiting)
    return (
      <Tag tone="amber">
        <Link to="/changes">有修改等待复核</Link>
      </Tag>
    )
  return version > 0 ? <small>{`第 ${version} 版，${madeBy}提交、${confirmedBy}复核`}</small> : null
}

function Shown({ of: { plan } }: { of: LinePlan }): ReactElement {
  if (!plan) return <p className="ap-muted ap-small">没有播放计划，来电直接转人工。</p>
  const keys = plan.keys.toSorted((one, other) => Number(other.does === 'human') - Number(one.does === 'human'))
  return (
    <>
      <p className="ap-row">
        {keys.map(({ key, does, language }) => (
          <Tag key={key} tone={does === 'human' ? 'teal' : 'grey'}>
            {`按 ${key}：${language ? `${LANGUAGES[language]}转人工` : KEY_ACTS[does]}`}
          </Tag>
        ))}
      </p>
      <p className="ap-small">
        {PARTS.filter((part) => plan[part].length > 0)
          .map((part) => `${PLAN_PARTS[part]}：${plan[part].map((occasion) => PROMPT_OCCASIONS[occasion]).join('、')}`)
          .join('；')}
      </p>
    </>
  )
}
