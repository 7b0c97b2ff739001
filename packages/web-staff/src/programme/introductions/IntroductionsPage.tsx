/** 产品介绍: who was told about which product, and what waits to be confirmed or handed over (SRV-07). */
import { listIntroductions, type IntroductionItem } from '@anpei/contract/programme'
import { introductionLifecycle } from '@anpei/domain/programme'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Icon, keyIn, PagedTable, PageHead, Panel, useSearchState, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { IntroductionEntry } from './IntroductionEntry.tsx'
import { IntroductionTag } from './IntroductionTag.tsx'
import { OpenFilters } from '../OpenFilters.tsx'

const SIZE = 20
const columns: readonly Column<IntroductionItem>[] = [
  {
    key: 'no',
    title: '编号',
    render: (row) => (
      <Link to={`/introductions/${row.id}`} className="ap-num ap-strong">
        {row.introductionNo}
      </Link>
    ),
  },
  { key: 'name', title: '客户', render: (row) => row.name },
  { key: 'state', title: '状态', render: (row) => <IntroductionTag of={row} /> },
  { key: 'phone', title: '电话', render: (row) => <span className="ap-num">{row.phoneMasked || '—'}</span> },
  { key: 'product', title: '讲解的产品', render: (row) => row.product ?? '—' },
  { key: 'by', title: '登记人', render: (row) => row.openedBy, wideOnly: true },
  { key: 'at', title: '开始', render: (row) => <span className="ap-num">{instantText(row.openedAt)}</span> },
]

export default function IntroductionsPage(): ReactElement {
  const search = useSearchState()
  const navigate = useNavigate()
  const personId = search.get('person')
  const [entering, setEntering] = useState(personId !== undefined)
  const state = keyIn(introductionLifecycle.states, search.get('state'))
  const ended = state !== undefined && introductionLifecycle.states[state].phase === 'ended'
  const open = ended || search.get('all') === 'true' ? 'false' : 'true'
  const found = useCall(listIntroductions, { query: { state, open, limit: SIZE, cursor: search.cursor } })
  const show = (id: string): void => {
    void navigate(`/introductions/${id}`)
  }
  return (
    <>
      <PageHead title="产品介绍" note="问需求、比产品、写推荐、讲清楚不保什么，客户确认后再签投保单。">
        <Button
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => {
            setEntering(true)
          }}
        >
          开始介绍
        </Button>
      </PageHead>
      <Panel flush>
        <OpenFilters search={search} of={introductionLifecycle} />
        <PagedTable<IntroductionItem>
          of={found}
          search={search}
          size={SIZE}
          label="产品介绍"
          columns={columns}
          empty="没有要办的产品介绍。"
          onOpen={(row) => {
            show(row.id)
          }}
        />
      </Panel>
      {entering ? (
        <IntroductionEntry
          personId={personId ?? null}
          onClose={() => {
            setEntering(false)
            search.set({ person: undefined })
          }}
          onMade={show}
        />
      ) : null}
    </>
  )
}
