/**
 * The session gate: signed out, the sign-in stands in place of the page, so that signing in leads back to it. A session
 * that ends while somebody writes covers the page with it: what was typed is there again when the same person signs in.
 */
import type { Me } from '@anpei/contract/identity'
import type { Permission } from '@anpei/domain/kernel'
import { Modal } from 'antd'
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { keepSignedIn } from './client/index.ts'
import { DemoTime, SignIn, SleepingRoles, useKeptMe, useMe } from './identity/index.ts'
import { keepServerTime } from './kernel/index.ts'
import { FaultNote, useFocusBack, Waiting } from './kit/index.ts'
import { OfflineBar, Shell, useKeptPages } from './layout/index.ts'
import { navigation } from './navigation.ts'
import { AlarmBell } from './sla/index.ts'
import { useLeave } from './use-leave.ts'

/** Loaded behind the first page. */
const CallPop = lazy(async () => ({ default: (await import('./service-desk/index.ts')).CallPop }))

export function Gate(): ReactElement {
  const me = useMe()
  useKeptMe(me)
  useKeptPages(me.shown?.permissions.includes('visit.make') ?? false)
  const navigate = useNavigate()
  const leave = useLeave()
  const { last, isOther } = useLast(me.shown)
  if (!me.shown || isOther) {
    const again = (): void => {
      void me.refetch()
    }
    return me.error ? (
      <main>
        <FaultNote fault={me.error} retry={again} />
      </main>
    ) : (
      <main>
        <Waiting />
      </main>
    )
  }
  keepServerTime(me.shown.now, me.dataUpdatedAt)
  const hasEnded = me.shown.kind !== 'staff'
  const who = hasEnded ? last : me.shown
  keepSignedIn(who ?? me.shown)
  if (!who) return <SignIn />
  const holds = (permission: Permission): boolean => permission === 'session' || who.permissions.includes(permission)
  return (
    <>
      {hasEnded ? <SignInAgain /> : null}
      {holds('visit.make') ? <OfflineBar /> : null}
      <SleepingRoles roles={who.sleeping} />
      <Shell
        tenant={who.tenant.name}
        items={navigation.filter((item) => item.permissions.some(holds))}
        who={{ name: who.name, post: who.post ?? '', institution: who.institution ?? '' }}
        bell={
          <>
            {who.timePasses ? <DemoTime /> : null}
            <AlarmBell />
          </>
        }
        onSearch={
          holds('claim.read')
            ? (q) => {
                void navigate(foundAt(q, holds('complaint.read')))
              }
            : undefined
        }
        onSignOut={() => {
          void leave(holds('visit.make') ? who.id : null)
        }}
      />
      {holds('desk.work') ? (
        <Suspense>
          <CallPop />
        </Suspense>
      ) : null}
    </>
  )
}

/** Whoever was signed in last on this page; with another person it begins anew, and nothing of the first is left. */
function useLast(me: Me | undefined): { readonly last: Me | null; readonly isOther: boolean } {
  const [last, setLast] = useState<Me | null>(null)
  const isOther = me?.kind === 'staff' && last !== null && me.id !== last.id
  if (me?.kind === 'staff' && me !== last && !isOther) setLast(me)
  useEffect(() => {
    if (isOther) window.location.reload()
  }, [isOther])
  return { last, isOther }
}

function SignInAgain(): ReactElement {
  useFocusBack()
  const [title] = useState(() => document.title)
  useEffect(
    () => () => {
      document.title = title
    },
    [title],
  )
  return (
    <Modal
      open
      title="登录已过期，请重新登录。填写的内容还在。"
      width={1000}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      styles={{ mask: { background: '#eef3f4' } }}
    >
      <SignIn />
    </Modal>
  )
}

/** A number goes to its own list; a name or telephone may belong to several matters, where one may see several. */
function foundAt(q: string, complaints: boolean): string {
  if (q === '') return '/claims'
  const to = /^T\d{12}$/i.test(q) ? '/complaints?whose=all&q=' : /^P\d{4,}$/i.test(q) ? '/claims?q=' : '/search?q='
  return `${complaints ? to : '/claims?q='}${encodeURIComponent(q)}`
}
