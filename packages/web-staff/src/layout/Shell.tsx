/** The frame of every page: navigation by permission, top bar with search, who is signed in, and the keys. */
import { Button, Drawer, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router'
import { ActMenu, Icon, useHotkeys, type Hotkeys, type IconName } from '../kit/index.ts'
import { HelpOverlay } from './HelpOverlay.tsx'
import './shell.css'

export type NavItem = {
  readonly to: string
  readonly title: string
  readonly icon: IconName
  readonly group: string
  /** Second key after `g`. */
  readonly letter?: string
}

type Props = {
  readonly tenant: string
  readonly who: { readonly name: string; readonly post: string; readonly institution: string }
  readonly items: readonly NavItem[]
  /** Beside the help button, e.g. the bell. */
  readonly bell: ReactNode
  /** Left out for those who see no claims. */
  readonly onSearch: ((text: string) => void) | undefined
  readonly onSignOut: () => void
}

export function Shell(props: Props): ReactElement {
  const [menuAt, setMenuAt] = useState<string | null>(null)
  const [helpOpen, setHelpOpen] = useState(false)
  const { pathname } = useLocation()
  useFocusOnPage(pathname)
  useShellKeys(props.items, () => {
    setHelpOpen(true)
  })
  return (
    <div className="ap-shell">
      <a className="ap-skip" href="#content">
        跳到正文
      </a>
      <aside className="ap-side" aria-label="导航">
        <Brand tenant={props.tenant} />
        <Nav items={props.items} />
      </aside>
      <Drawer
        open={menuAt === pathname}
        placement="left"
        size={272}
        title={props.tenant}
        rootClassName="ap-drawer"
        onClose={() => {
          setMenuAt(null)
        }}
      >
        <Nav items={props.items} />
      </Drawer>
      <div className="ap-main">
        <header className="ap-top">
          <Button
            className="ap-menu"
            type="text"
            aria-label="打开菜单"
            icon={<Icon name="menu" size={20} />}
            onClick={() => {
              setMenuAt(pathname)
            }}
          />
          {props.onSearch ? <Search onSearch={props.onSearch} /> : <span className="ap-search" />}
          {props.bell}
          <Button
            className="ap-help"
            type="text"
            aria-label="快捷键"
            icon={<Icon name="help" size={18} />}
            onClick={() => {
              setHelpOpen(true)
            }}
          />
          <UserMenu who={props.who} onSignOut={props.onSignOut} />
        </header>
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <HelpOverlay
        open={helpOpen}
        items={props.items}
        onClose={() => {
          setHelpOpen(false)
        }}
      />
    </div>
  )
}

/** The link that opened a page is gone with the page before: the keys begin at the new one, not at nothing. */
function useFocusOnPage(pathname: string): void {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lost) document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
  }, [pathname])
}

function Brand({ tenant }: { tenant: string }): ReactElement {
  return (
    <div className="ap-brand">
      <img src="/icon.svg" width={30} height={30} alt="" />
      <div>
        <strong>安赔</strong>
        <span title={tenant}>{tenant}</span>
      </div>
    </div>
  )
}

function Nav({ items }: { items: readonly NavItem[] }): ReactElement {
  const groups = [...new Set(items.map((item) => item.group))]
  return (
    <nav className="ap-nav" aria-label="主菜单">
      {groups.map((group) => (
        <div key={group}>
          <p>{group}</p>
          {items
            .filter((item) => item.group === group)
            .map((item) => (
              <NavLink key={item.to} to={item.to} end={item.to === '/'}>
                <Icon name={item.icon} size={17} />
                <span>{item.title}</span>
              </NavLink>
            ))}
        </div>
      ))}
    </nav>
  )
}

function Search(props: { onSearch: (text: string) => void }): ReactElement {
  const field = useRef<InputRef>(null)
  useHotkeys({
    '/': () => {
      field.current?.focus({ cursor: 'all' })
    },
  })
  return (
    <form
      className="ap-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSearch(field.current?.input?.value.trim() ?? '')
      }}
    >
      <Input
        ref={field}
        allowClear
        prefix={<Icon name="search" />}
        placeholder="搜赔案号、投诉号、姓名或电话"
        aria-label="搜索赔案、投诉"
        maxLength={60}
        suffix={<kbd>/</kbd>}
      />
    </form>
  )
}

function UserMenu({ who, onSignOut }: Pick<Props, 'who' | 'onSignOut'>): ReactElement {
  const navigate = useNavigate()
  const items = [
    { key: 'who', disabled: true, label: `${who.name}　${who.post}　${who.institution}` },
    { key: 'account', label: '我的账号', icon: <Icon name="user" /> },
    { key: 'tasks', label: '后台任务', icon: <Icon name="clock" /> },
    { key: 'out', label: '退出登录', icon: <Icon name="exit" /> },
  ]
  const act = (key: string): void => {
    if (key === 'out') onSignOut()
    if (key === 'account') void navigate('/my-account')
    if (key === 'tasks') void navigate('/tasks')
  }
  return (
    <ActMenu items={items} onAct={act}>
      <Button type="text" className="ap-user">
        <span className="ap-face" aria-hidden="true">
          {who.name.slice(-1)}
        </span>
        <span className="ap-user-name">
          {who.name}
          <small>{who.post}</small>
        </span>
        <span className="ap-sr">打开个人菜单</span>
      </Button>
    </ActMenu>
  )
}

function useShellKeys(items: readonly NavItem[], openHelp: () => void): void {
  const navigate = useNavigate()
  const keys: Record<string, () => void> = { '?': openHelp }
  for (const item of items) {
    if (item.letter !== undefined)
      keys[`g ${item.letter}`] = () => {
        void navigate(item.to)
      }
  }
  const all: Hotkeys = keys
  useHotkeys(all)
}
