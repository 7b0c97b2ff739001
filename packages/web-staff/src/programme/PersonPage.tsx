/** A person (CUS-01, CUS-02, CUS-05, CUS-08, PRG-04): particulars, cover, proxies, accounts, claims, time. */
import { getPerson, listPersonChanges, type PersonView } from '@anpei/contract/customers'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  AmendDialog,
  ChangeCard,
  MergePanel,
  PayeesPanel,
  PersonCard,
  PersonClaims,
  PersonTimeline,
  ProxiesPanel,
} from '../customers/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Empty, PageHead, Panel, Tabs } from '../kit/index.ts'
import { PreferencePanel } from '../notifications/index.ts'
import { CoverPanel } from './CoverPanel.tsx'
import { useDivisions } from './divisions.ts'
import './programme.css'

export default function PersonPage(): ReactElement {
  const { personId = '' } = useParams()
  const found = useCall(getPerson, { params: { personId } })
  return <Answered of={found}>{(person) => <Person key={person.id} person={person} />}</Answered>
}

function Person({ person }: { person: PersonView }): ReactElement {
  const [amending, setAmending] = useState(false)
  const divisions = useDivisions(true)
  const amendable = person.can.includes('edit')
  const place = [person.townName, person.villageName].filter((part) => part !== null).join(' · ')
  return (
    <>
      <PageHead
        title={person.name}
        tab="客户"
        note={`${place || '户籍未登记'}　${person.age} 周岁${person.diedOn ? `　已于 ${person.diedOn} 去世` : ''}`}
      >
        <Link to="/roster">回花名册</Link>
      </PageHead>
      <div className="ap-stack">
        {person.mergedInto === null ? null : (
          <Alert
            type="warning"
            showIcon
            title="这份资料已并入另一位客户。"
            action={<Link to={`/persons/${person.mergedInto}`}>去看合并后的资料</Link>}
          />
        )}
        {person.waitingChangeId === null ? null : <WaitingChange personId={person.id} />}
        <PersonCard
          person={person}
          acts={
            amendable ? (
              <Button
                onClick={() => {
                  setAmending(true)
                }}
              >
                更正资料
              </Button>
            ) : null
          }
        />
        <PersonTabs person={person} />
      </div>
      {amending ? (
        <AmendDialog
          person={person}
          divisions={divisions}
          onClose={() => {
            setAmending(false)
          }}
        />
      ) : null}
    </>
  )
}

function PersonTabs({ person }: { person: PersonView }): ReactElement {
  const may = useMay()
  const tabs = [
    { key: 'cover', label: '保障', show: may('roster.read'), children: <CoverPanel personId={person.id} /> },
    { key: 'claims', label: '赔案', show: true, children: <PersonClaims personId={person.id} /> },
    {
      key: 'payees',
      label: '收款账户',
      show: true,
      children: (
        <PayeesPanel personId={person.id} personName={person.name} mayAdd={person.can.includes('proposePayee')} />
      ),
    },
    {
      key: 'proxies',
      label: '委托授权',
      show: true,
      children: <ProxiesPanel personId={person.id} mayAdd={person.can.includes('recordProxy')} />,
    },
    {
      key: 'notices',
      label: '告知方式',
      show: may('notice.read'),
      children: <PreferencePanel personId={person.id} />,
    },
    { key: 'timeline', label: '时间线', show: true, children: <PersonTimeline personId={person.id} /> },
    { key: 'changes', label: '更正记录', show: true, children: <Changes personId={person.id} /> },
    {
      key: 'merge',
      label: '重复客户',
      show: may('person.merge') || person.merges.length > 0,
      children: <MergePanel person={person} />,
    },
  ]
  return <Tabs items={tabs.filter(({ show }) => show).map(({ show: _, ...tab }) => tab)} />
}

function WaitingChange({ personId }: { personId: string }): ReactElement {
  const found = useCall(listPersonChanges, { query: { personId, state: 'waiting' } })
  return (
    <Panel title="等第二人复核的更正" flush>
      <Answered of={found}>
        {(page) => (
          <>
            {page.items.map((one) => (
              <ChangeCard key={one.id} change={one} />
            ))}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function Changes({ personId }: { personId: string }): ReactElement {
  const found = useCall(listPersonChanges, { query: { personId, limit: 50 } })
  return (
    <Panel title="更正记录" flush>
      <Answered of={found}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>资料没有更正过。</Empty>
          ) : (
            <>
              {page.items.map((one) => (
                <ChangeCard key={one.id} change={one} />
              ))}
            </>
          )
        }
      </Answered>
    </Panel>
  )
}
