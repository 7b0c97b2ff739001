/** Rows left out of imports in which the name looked for stands: past complaints that no list shows (CUS-07). */
import { findHistoryFaults } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Panel } from '../../kit/index.ts'
import { WhoseFault } from './WhoseFault.tsx'

export function FaultsNamed({ name }: { name: string }): ReactElement | null {
  const { shown } = useCall(findHistoryFaults, { query: { name } })
  if (!shown || shown.rows.length === 0) return null
  return (
    <Panel title={`导入时退回、写着“${name}”的行`}>
      <p className="ap-muted">
        没有导入，也不在上面的名单里；认定是哪位客户以后，随其个人信息复制与销毁。没有认定的，导入结束九十天后销毁。
        {shown.more ? '退回的行太多，没有全部看完。' : ''}
      </p>
      {shown.rows.map(({ importId, fileName, rowNo, cells }) => (
        <p key={`${importId}/${rowNo}`}>
          <Link to={`/complaint-imports/${importId}`}>
            {fileName} 第 {rowNo} 行
          </Link>
          　<span className="ap-small">{cells.filter((cell) => cell !== '').join('　')}</span>　
          <WhoseFault importId={importId} rowNo={rowNo} wrote={name} person={null} />
        </p>
      ))}
    </Panel>
  )
}
