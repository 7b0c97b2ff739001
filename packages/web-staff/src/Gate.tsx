/** The session gate: signed out, the sign-in stands in place of the page, so that signing in leads back to it. */
import type { Permission } from '@anpei/domain/kernel'
import { lazy, Suspense, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { keepSignedIn } from './client/index.ts'
import { DemoTime, SignIn, SleepingRoles, useKeptMe, useMe } from './identity/index.ts'
import { keepServerTime } from './kernel/index.ts'
import { FaultNote, Waiting } from './kit/index.ts'
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
  if (!me.shown) {
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
  const who = me.shown
  keepServerTime(who.now, me.dataUpdatedAt)
  keepSignedIn(who)
  if (who.kind !== 'staff') return <SignIn />
  const holds = (permission: Permission): boolean => permission === 'session' || who.permissions.includes(permission)
  return (
    <>
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

/** A number goes to its own list; a name or telephone may belong to several matters, where one may see several. */
function foundAt(q: string, complaints: boolean): string {
  if (q === '') return '/claims'
  const to = /^T\d{12}$/i.test(q) ? '/complaints?whose=all&q=' : /^P\d{4,}$/i.test(q) ? '/claims?q=' : '/search?q='
  return `${complaints ? to : '/claims?q='}${encodeURIComponent(q)}`
}
