/** Whose past complaint it is, once somebody has made sure: then it goes with that customer's data (CUS-07, CUS-10). */
import { tieHistory, type getHistory } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { Panel } from '../../kit/index.ts'
import { TieDialog, type Chosen } from './TieDialog.tsx'

type Matter = Answer<typeof getHistory>

export function WhoseHistory({ one }: { one: Matter }): ReactElement {
  const [asking, setAsking] = useState<Chosen | 'find' | null>(null)
  const tie = useCommand(tieHistory)
  const acts = (
    <span className="ap-row">
      {one.can.includes('tie') ? (
        <Button
          onClick={() => {
            setAsking('find')
          }}
        >
          {one.person ? '改认定' : '认定客户'}
        </Button>
      ) : null}
      {one.can.includes('untie') ? (
        <Button
          onClick={() => {
            setAsking({ id: null, name: one.person?.name ?? '' })
          }}
        >
          取消认定
        </Button>
      ) : null}
    </span>
  )
  return (
    <Panel title="是哪位客户的" acts={acts}>
      {one.person ? (
        <p>
          <Link to={`/persons/${one.person.id}`}>{one.person.name}</Link>　此件随其个人信息复制、保存与销毁。
        </p>
      ) : (
        <p className="ap-muted">
          来源只写了名字，还没有认定。客户要查阅、复制或删除个人信息时，先在这里认定，才不会漏掉此件。
        </p>
      )}
      {asking ? (
        <TieDialog
          wrote={one.name}
          chosen={asking === 'find' ? null : asking}
          busy={tie.busy}
          fault={tie.fault}
          onTie={async (personId, reason) =>
            Boolean(await tie.run({ params: { historyId: one.id }, body: { personId, reason } }))
          }
          onClose={() => {
            setAsking(null)
          }}
        />
      ) : null}
    </Panel>
  )
}
