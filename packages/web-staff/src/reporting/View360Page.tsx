/**
 * The customer in one view (CUS-01, CUS-02, CUS-04, CUS-05, CUS-08, PRG-04): who it is and how to talk, what is under
 * way, cover, household, accounts, consents, papers, and everything that happened on one line of time.
 */
import { getPerson, listPersonChanges, type PersonView } from '@anpei/contract/customers'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  AmendDialog,
  CareHints,
  CarePanel,
  ChangeCard,
  ChargePanel,
  FormsPanel,
  HouseholdPanel,
  MergePanel,
  PapersPanel,
  PayeesPanel,
  PersonCard,
  PersonTimeline,
  PrivacyPanel,
  ProxiesPanel,
} from '../customers/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Empty, PageHead, Panel, Tabs, useSearchState, type TabItem } from '../kit/index.ts'
import { PreferencePanel } from '../notifications/index.ts'
import { CoverPanel, useDivisions } from '../programme/index.ts'
import { PersonCases } from './PersonCases.tsx'
import { View360Head } from './View360Head.tsx'

export default function View360Page(): ReactElement {
  const { personId = '' } = useParams()
  const found = useCall(getPerson, { params: { personId } })
  return <Answered of={found}>{(person) => <Person key={person.id} person={person} />}</Answered>
}

function Person({ person }: { person: PersonView }): ReactElement {
  const may = useMay()
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
        <Link to="/customers">回客户</Link>
      </PageHead>
      <div className="ap-stack">
        {person.mergedInto === null ? null : (
          <Alert
            type="warning"
            showIcon
            title="这份资料已并入另一位客户。"
            action={<Link to={`/customers/${person.mergedInto}`}>去看合并后的资料</Link>}
          />
        )}
        <View360Head person={person} />
        {may('care.read') ? <CareHints personId={person.id} /> : null}
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
  const search = useSearchState()
  const tab = search.get('tab')
  return (
    <Tabs
      label="客户的各个方面"
      items={aspectsOf(person, may)
        .filter(({ show }) => show)
        .map(({ show: _, ...item }) => item)}
      {...(tab === undefined ? {} : { activeKey: tab })}
      onChange={(key) => {
        search.set({ tab: key })
      }}
    />
  )
}

type Aspect = TabItem & { readonly show: boolean }

function aspectsOf(person: PersonView, may: ReturnType<typeof useMay>): readonly Aspect[] {
  return [
    {
      key: 'cases',
      label: '正在办理',
      show: may('claim.read') || may('desk.read') || may('visit.read') || may('complaint.read') || may('callback.read'),
      children: <PersonCases personId={person.id} />,
    },
    { key: 'timeline', label: '时间线', show: true, children: <PersonTimeline personId={person.id} /> },
    { key: 'cover', label: '保障', show: may('roster.read'), children: <CoverPanel personId={person.id} /> },
    {
      key: 'care',
      label: '关怀',
      show: may('care.read'),
      children: (
        <div className="ap-stack">
          <ChargePanel personId={person.id} />
          <CarePanel personId={person.id} />
        </div>
      ),
    },
    { key: 'forms', label: '采集评估', show: may('care.read'), children: <FormsPanel personId={person.id} /> },
    { key: 'household', label: '家庭', show: true, children: <HouseholdPanel personId={person.id} /> },
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
    {
      key: 'privacy',
      label: '个人信息',
      show: true,
      children: <PrivacyPanel personId={person.id} personName={person.name} />,
    },
    { key: 'papers', label: '资料', show: true, children: <PapersPanel personId={person.id} /> },
    { key: 'changes', label: '更正记录', show: true, children: <Changes personId={person.id} /> },
    {
      key: 'merge',
      label: '重复客户',
      show: may('person.merge') || person.merges.length > 0,
      children: <MergePanel person={person} />,
    },
  ]
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
