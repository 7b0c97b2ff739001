/** The keys there are. */
import { Modal } from 'antd'
import type { ReactElement } from 'react'

type Props = {
  open: boolean
  items: readonly { readonly title: string; readonly letter?: string }[]
  onClose: () => void
}

const everywhere = [
  ['/', '搜索赔案、投诉'],
  ['j', '列表：下一行'],
  ['k', '列表：上一行'],
  ['Enter', '列表：打开所选行'],
  ['?', '显示快捷键'],
] as const

export function HelpOverlay({ open, items, onClose }: Props): ReactElement {
  const jumps = items.flatMap((item) => (item.letter === undefined ? [] : [[`g ${item.letter}`, item.title] as const]))
  return (
    <Modal open={open} onCancel={onClose} footer={null} title="快捷键" width={460}>
      <dl className="ap-keys">
        {[...everywhere, ...jumps].map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
