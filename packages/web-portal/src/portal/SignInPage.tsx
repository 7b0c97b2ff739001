import { useLanguage, type Texts } from '../i18n/index.ts'
import { go, Says } from '../kit/index.ts'
import { PageTop } from './PageTop.tsx'
import { usePortal } from './portal-context.ts'
import { ProvePhone } from './ProvePhone.tsx'

/** Leads back to where a session ended; only to pages of the portal. */
export function SignInPage() {
  const { t } = useLanguage()
  const search = new URLSearchParams(location.search)
  const asked = search.get('to') ?? '/portal/'
  const to = /^\/portal\/[\w/-]*$/.test(asked) ? asked : '/portal/'
  return (
    <>
      <PageTop title={titleOf(to, t)} back="/portal/" />
      {search.has('over') && <Says mood="note">{t.errors.sessionOver}</Says>}
      <ProvePhone
        onProved={() => {
          go(to, true)
        }}
      />
    </>
  )
}

/** Stands where a page of one's own will be, and says what for. */
export function ProveFirst() {
  const { t } = useLanguage()
  const { refreshMe } = usePortal()
  return (
    <>
      <PageTop title={titleOf(location.pathname, t)} back="/portal/" />
      <ProvePhone onProved={refreshMe} />
    </>
  )
}

function titleOf(path: string, t: Texts): string {
  const { visits, complain } = t.homePage
  const wanted = { '/portal/visits': visits, '/portal/complain': complain }[path]
  return wanted ? t.signIn.titleFor(wanted) : t.signIn.title
}
