/**
 * A button that opens a menu of acts; the keys go into the menu as it opens, so that one Enter chooses, and back to the
 * button as it closes: a dialog that an act opens gives them back to where they were.
 */
import { Dropdown, type MenuProps } from 'antd'
import { useRef, type ReactElement } from 'react'

type Props = {
  readonly items: NonNullable<MenuProps['items']>
  readonly onAct: (key: string) => void
  /** The button. */
  readonly children: ReactElement
}

export function ActMenu({ items, onAct, children }: Props): ReactElement {
  const box = useRef<HTMLSpanElement>(null)
  const toButton = (): void => {
    box.current?.querySelector('button')?.focus()
  }
  return (
    <span ref={box} className="ap-act-menu">
      <Dropdown
        autoFocus
        trigger={['click']}
        onOpenChange={(open) => {
          if (!open && isInMenu(document.activeElement)) toButton()
        }}
        menu={{
          items,
          onClick: ({ key, domEvent }) => {
            // Or the same press of Enter would go on to the first button of the dialog that opens, and close it.
            domEvent.preventDefault()
            toButton()
            onAct(key)
          },
        }}
      >
        {children}
      </Dropdown>
    </span>
  )
}

function isInMenu(focused: Element | null): boolean {
  return focused?.closest('[role="menu"]') != null
}
