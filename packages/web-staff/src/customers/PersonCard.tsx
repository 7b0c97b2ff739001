/** Particulars of a person, masked; the true values only with a reason, which is written to the audit log (CUS-08). */
import { CARE_MARKS } from '@anpei/domain/customers'
import { revealPerson, type PersonView } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../client/index.ts'
import { Facts, Panel, RevealDialog, Tag } from '../kit/index.ts'

type Revealed = Answer<typeof revealPerson>

export function PersonCard({ person, acts }: { person: PersonView; acts?: ReactNode }): ReactElement {
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<Revealed | null>(null)
  const reveal = useCommand(revealPerson)
  const ask = async (reason: string): Promise<void> => {
    const answer = await reveal.run({ params: { personId: person.id }, body: { reason } })
    if (!answer) return
    setShown(answer)
    setAsking(false)
  }
  const button = shown ? (
    <Button
      onClick={() => {
        setShown(null)
      }}
    >
      重新遮住
    </Button>
  ) : (
    <Button
      onClick={() => {
        reveal.clear()
        setAsking(true)
      }}
    >
      查看原值
    </Button>
  )
  return (
    <Panel
      title="基本资料"
      acts={
        <>
          {person.can.includes('reveal') ? button : null}
          {acts}
        </>
      }
    >
      <Facts facts={factsOf(person, shown)} />
      {asking ? (
        <RevealDialog
          title="查看未脱敏信息"
          busy={reveal.busy}
          fault={reveal.fault}
          onClose={() => {
            setAsking(false)
          }}
          onAsk={(reason) => {
            void ask(reason)
          }}
        />
      ) : null}
    </Panel>
  )
}

function factsOf(person: PersonView, shown: Revealed | null): { label: string; value: ReactNode }[] {
  return [
    { label: '姓名', value: <strong>{person.name}</strong> },
    { label: '性别 · 年龄', value: `${person.sex === 'male' ? '男' : '女'} · ${person.age} 周岁` },
    { label: '身份证号', value: <span className="ap-num">{shown?.idNumber ?? person.idNumberMasked}</span> },
    { label: '出生年份', value: `${person.birthYear} 年` },
    {
      label: '电话',
      value: <span className="ap-num">{(shown ? shown.phone : person.phoneMasked) || '没有登记'}</span>,
    },
    { label: '住址', value: (shown ? shown.address : person.addressMasked) || '没有登记' },
    {
      label: '户籍',
      value: [person.townName, person.villageName].filter((part) => part !== null).join(' · ') || '未登记',
    },
    { label: '死亡日期', value: person.diedOn ?? '—' },
    { label: '身份', value: <Roles roles={person.roles} /> },
    { label: '民事行为能力', value: person.lacksCapacity ? <Tag tone="amber">无民事行为能力</Tag> : '未标注' },
    { label: '关怀标记', value: <CareMarks marks={person.careMarks} /> },
  ]
}

/** Each role with its period, what it is read from, and for whom. */
function Roles({ roles }: { roles: PersonView['roles'] }): ReactElement {
  if (roles.length === 0) return <>—</>
  return (
    <ul className="cu-roles">
      {roles.map((one) => (
        <li key={`${one.word}${one.source}${one.detail}${one.fromOn}${one.about?.id ?? ''}`}>
          <strong>{one.word}</strong>
          {one.about ? (
            <>
              　<Link to={`/persons/${one.about.id}`}>{one.about.name}</Link>
            </>
          ) : null}

          <span className="ap-num">
            {one.fromOn} 至 {one.toOn ?? '今'}
          </span>

          <span className="ap-muted ap-small">
            {one.source}
            {one.detail ? `：${one.detail}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function CareMarks({ marks }: { marks: PersonView['careMarks'] }): ReactElement {
  if (marks.length === 0) return <>—</>
  return (
    <span className="ap-row">
      {marks.map((mark) => (
        <Tag key={mark} tone="amber">
          {CARE_MARKS[mark]}
        </Tag>
      ))}
    </span>
  )
}
