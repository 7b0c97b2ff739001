/** A button that opens a menu of acts; the keys go into the menu as it opens, so that one Enter chooses. */
import { Dropdown, type MenuProps } from 'antd'
import type { ReactElement } from 'react'

type Props = {
  readonly items: NonNullable<MenuProps['items']>
  readonly onAct: (key: string) => void
  /** The button. */
  readonly children: ReactElement
}

export function ActMenu({ items, onAct, children }: Props): ReactElement {
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key, domEvent }) => {
          // Or the same press of Enter would go on to the first button of the dialog that opens, and close it.
          domEvent.preventDefault()
          onAct(key)
        },
      }}
    >
      {children}
    </Dropdown>
  )
}
