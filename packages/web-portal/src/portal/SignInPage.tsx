import { useLanguage } from '../i18n/index.ts'
import { go, Says } from '../kit/index.ts'
import { PageTop } from './PageTop.tsx'
import { ProvePhone } from './ProvePhone.tsx'

/** Says what it is asked for, and leads back there; only to pages of the portal. */
export function SignInPage() {
  const { t } = useLanguage()
  const search = new URLSearchParams(location.search)
  const asked = search.get('to') ?? '/portal/'
  const to = /^\/portal\/[\w/-]*$/.test(asked) ? asked : '/portal/'
  const { visits, complain } = t.homePage
  const wanted = { '/portal/visits': visits, '/portal/complain': complain }[to]
  return (
    <>
      <PageTop title={wanted ? t.signIn.titleFor(wanted) : t.signIn.title} back="/portal/" />
      {search.has('over') && <Says mood="note">{t.errors.sessionOver}</Says>}
      <ProvePhone
        onProved={() => {
          go(to, true)
        }}
      />
    </>
  )
}
