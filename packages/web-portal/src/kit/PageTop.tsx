import { useEffect, type ReactNode } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton } from './buttons.tsx'
import { Says } from './forms.tsx'
import { LinkTo } from './router.tsx'

/** The heading of a page with its way back. */
export function PageTop({ title, back }: { readonly title: string; readonly back?: string }) {
  const { t } = useLanguage()
  useEffect(() => {
    document.title = `${title} · ${t.brand}`
  }, [title, t.brand])
  return (
    <>
      {back && (
        <p className="row">
          <LinkTo to={back} className="tool">
            ‹ {t.back}
          </LinkTo>
        </p>
      )}
      <h1 tabIndex={-1}>{title}</h1>
    </>
  )
}

type Props<A> = {
  readonly of: { readonly value: A | null; readonly failed: string | null; readonly again: () => void }
  readonly children: (value: A) => ReactNode
}

/** Shows what was loaded; before, that it is coming; else what went wrong, with a button to try again. */
export function WhenLoaded<A>({ of, children }: Props<A>) {
  const { t } = useLanguage()
  if (of.failed)
    return (
      <>
        <Says mood="bad">{of.failed}</Says>
        <BigButton look="main" onClick={of.again}>
          {t.retry}
        </BigButton>
      </>
    )
  if (of.value === null) return <p role="status">{t.loading}</p>
  return <>{children(of.value)}</>
}
