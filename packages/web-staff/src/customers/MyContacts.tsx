/** On the first page: the people the reader is in charge of and has to call today (CUS-04). */
import { listCareCharges } from '@anpei/contract/customers'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Panel } from '../kit/index.ts'
import { NextContact } from './ChargePanel.tsx'

const SHOWN = 6

export function MyContacts(): ReactElement | null {
  const advises = useMay()('care.advise')
  const query = { adviser: 'me', due: 'true', limit: SHOWN }
  const found = useCall(listCareCharges, { query }, { enabled: advises, everySeconds: 300 })
  const page = found.shown
  if (!page || page.items.length === 0) return null
  return (
    <Panel
      flush
      id="contacts"
      title={`今天要联系的客户（${page.nextCursor ? `${page.items.length} 位以上` : page.items.length}）`}
      acts={<Link to="/care?adviser=me&due=true">全部</Link>}
    >
      <ul className="ap-items">
        {page.items.map((row) => (
          <li key={row.id}>
            <Link to={`/customers/${row.person.id}?tab=care`}>
              <span>
                {row.person.name}
                <small>
                  {row.age} 周岁　{row.villageName ?? ''}　{row.phoneMasked}
                </small>
              </span>
              <NextContact charge={row} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
