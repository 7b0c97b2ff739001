/**
 * Only in the demo: the time it is there, and how to let hours pass, so that promises are seen running out (CLK-04).
 */
import { passDemoTime } from '@anpei/contract/identity'
import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { instantText, keepServerTime, present } from '../kernel/index.ts'
import { ActMenu, Icon } from '../kit/index.ts'

const STEPS = [
  { key: '1', label: '过 1 小时' },
  { key: '4', label: '过 4 小时' },
  { key: '24', label: '过 1 天' },
]

/** The message that stands while time passes. */
const WALK = 'demo-time'

export function DemoTime(): ReactElement {
  const { message } = App.useApp()
  const command = useCommand(passDemoTime)
  const pass = async (hours: number): Promise<void> => {
    message.loading({ key: WALK, content: '时间正在一小时一小时地走，到期的事都做完才停', duration: 0 })
    const passed = await command.run({ body: { hours } })
    message.destroy(WALK)
    if (!passed) return
    keepServerTime(passed.now, Date.now())
    message.success(`演示时间到了 ${instantText(passed.now)}，这期间到期的事都已办完`)
  }
  return (
    <ActMenu items={STEPS} onAct={(key) => void pass(Number(key))}>
      <Button type="text" className="ap-demo-time" loading={command.busy} icon={<Icon name="clock" size={18} />}>
        <span className="ap-num">{instantText(present().toISOString())}</span>
        <span className="ap-sr">演示时间，点开快进</span>
      </Button>
    </ActMenu>
  )
}
