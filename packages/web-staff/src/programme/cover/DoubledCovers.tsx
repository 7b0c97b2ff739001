/** Cover that one person has twice since two records were merged (CUS-01, PRG-06); shown while there is any. */
import { listDoubledCovers } from '@anpei/contract/programme'
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../client/index.ts'

const SIZE = 20

export function DoubledCovers(): ReactElement | null {
  const { shown } = useCall(listDoubledCovers, { query: { limit: SIZE } })
  if (!shown || shown.items.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title="重复保障：客户资料合并后，同一个人在同一方案里有两份，请在下次导入花名册时核减一份"
      description={
        <>
          {shown.items.map((row) => (
            <p key={row.id}>
              <Link to={`/persons/${row.personId}`}>{row.name}</Link>
              {` · ${row.programme} · 自 ${row.fromOn} 起两份并存 · 并入的资料 `}
              <Link to={`/persons/${row.mergedId}`}>{row.mergedName}</Link>
            </p>
          ))}
          {shown.nextCursor ? <p>{`先列出 ${SIZE} 位，核减后自动列出其余。`}</p> : null}
        </>
      }
    />
  )
}
