/**
 * Everything that left and what became of it, the templates it was made of, the channels it goes by, and what the
 * stand-ins of SMS, WeChat and e-mail were handed (NTF-01…04).
 */
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useMay } from '../identity/index.ts'
import { PageHead, Tabs, useSearchState } from '../kit/index.ts'
import { Channels } from './Channels.tsx'
import { LetterTemplates } from './LetterTemplates.tsx'
import { Outbox } from './Outbox.tsx'
import { StandIns } from './StandIns.tsx'
import { Templates } from './Templates.tsx'
import './notices.css'

export default function NoticesPage(): ReactElement {
  const search = useSearchState()
  const may = useMay()
  return (
    <>
      <PageHead
        title="通知"
        note="发给客户和家属的每一条，以及它的下落。送到才算数：没有回执就换下一个渠道，最后上门。"
      >
        {may('notice.sample') ? <Link to="/notice-samples">每月抽查</Link> : null}
      </PageHead>
      <Tabs
        activeKey={search.get('tab') ?? 'outbox'}
        onChange={(tab) => {
          search.set({ tab })
        }}
        items={[
          { key: 'outbox', label: '发件箱', children: <Outbox search={search} /> },
          { key: 'templates', label: '通知模板', children: <Templates /> },
          { key: 'letters', label: '函件模板', children: <LetterTemplates /> },
          { key: 'channels', label: '渠道', children: <Channels /> },
          { key: 'stand-ins', label: '本地替身收到的', children: <StandIns /> },
        ]}
      />
    </>
  )
}
