/**
 * Privacy of the customers: requests with their time, destruction, sharing, exports, incidents (CUS-06…11, L12, L13).
 */
import type { ReactElement } from 'react'
import { useMay } from '../../identity/index.ts'
import { PageHead, Tabs, useSearchState } from '../../kit/index.ts'
import { ExportsTab } from './ExportsTab.tsx'
import { IncidentsTab } from './IncidentsTab.tsx'
import { RequestsTab } from './RequestsTab.tsx'
import { RetentionTab } from './RetentionTab.tsx'
import { SealsTab } from './SealsTab.tsx'
import { SharingTab } from './SharingTab.tsx'
import './privacy.css'

export default function PrivacyPage(): ReactElement {
  const search = useSearchState()
  const may = useMay()
  const tabs = [
    { key: 'requests', label: '个人信息请求', children: <RequestsTab /> },
    { key: 'retention', label: '保存与销毁', children: <RetentionTab /> },
    { key: 'sharing', label: '对外提供', children: <SharingTab /> },
    { key: 'exports', label: '导出记录', children: <ExportsTab /> },
    { key: 'incidents', label: '数据安全事件', children: <IncidentsTab /> },
    ...(may('seal.open') ? [{ key: 'seals', label: '密封事项', children: <SealsTab /> }] : []),
  ]
  return (
    <>
      <PageHead title="个人信息保护" note="客户要查、要改、要删的请求按时答复；到期的资料经第二人批准后销毁。" />
      <Tabs
        label="个人信息保护"
        activeKey={search.get('tab') ?? 'requests'}
        items={tabs}
        onChange={(tab) => {
          search.set({ tab })
        }}
      />
    </>
  )
}
