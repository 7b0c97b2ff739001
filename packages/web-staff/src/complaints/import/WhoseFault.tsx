/** Whom a row left out of an import speaks of, once somebody has made sure (CUS-07, CUS-10). */
import { tieHistoryFault } from '@anpei/contract/complaints'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { TieDialog, type Chosen } from './TieDialog.tsx'

type Props = {
  readonly importId: string
  readonly rowNo: number
  readonly wrote: string
  readonly person: { readonly id: string; readonly name: string } | null
}

export function WhoseFault({ importId, rowNo, wrote, person }: Props): ReactElement {
  const [asking, setAsking] = useState<Chosen | 'find' | null>(null)
  const tie = useCommand(tieHistoryFault)
  return (
    <span className="ap-row">
      {person ? <Link to={`/persons/${person.id}`}>{person.name}</Link> : null}
      <Button
        size="small"
        onClick={() => {
          setAsking(person ? { id: null, name: person.name } : 'find')
        }}
      >
        {person ? '取消认定' : '认定客户'}
      </Button>
      {asking ? (
        <TieDialog
          wrote={wrote}
          chosen={asking === 'find' ? null : asking}
          busy={tie.busy}
          fault={tie.fault}
          onTie={async (personId, reason) =>
            Boolean(await tie.run({ params: { importId, rowNo }, body: { personId, reason } }))
          }
          onClose={() => {
            setAsking(null)
          }}
        />
      ) : null}
    </span>
  )
}
