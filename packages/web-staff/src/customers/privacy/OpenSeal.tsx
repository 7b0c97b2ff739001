/** Opens a sealed matter with a reason, for an hour; the reason stands in the audit log (CUS-11). */
import { openSeal } from '@anpei/contract/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { ReasonDialog } from '../../kit/index.ts'

type Props = { kind: string; subjectId: string; small?: boolean }

export function OpenSeal({ kind, subjectId, small = false }: Props): ReactElement | null {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const command = useCommand(openSeal)
  const open = async (reason: string): Promise<void> => {
    if (await command.run({ params: { kind, subjectId }, body: { reason } })) setAsking(false)
  }
  if (!may('seal.open')) return null
  return (
    <>
      <Button
        size={small ? 'small' : 'middle'}
        onClick={() => {
          setAsking(true)
        }}
      >
        拆封查看
      </Button>
      {asking ? (
        <ReasonDialog
          title="拆封查看"
          label="为什么要看"
          okText="拆封"
          danger
          busy={command.busy}
          fault={command.fault}
          note="拆封和理由记入审计日志，有效一小时。"
          onClose={() => {
            setAsking(false)
          }}
          onSave={(reason) => {
            void open(reason)
          }}
        />
      ) : null}
    </>
  )
}
