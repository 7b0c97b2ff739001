/** Around every page: size of the text, language, reading aloud, and always a way to a person. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { keep, kept } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { clampSize, DEFAULT_SIZE, LARGEST_SIZE, SIZE_STEP, SMALLEST_SIZE } from '../kernel/index.ts'
import { canSpeak, LinkTo, Picture, Says, Tool, useReadAloud } from '../kit/index.ts'
import { UnsentNote } from './UnsentNote.tsx'
import { usePortal } from './portal-context.ts'

export function Frame({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const { t, language } = useLanguage()
  const { contacts } = usePortal()
  const online = useOnline()
  const main = useRef<HTMLElement>(null)
  const speech = useReadAloud(path)
  const phone = contacts ? `tel:${contacts.elderLine.replace(/[^\d+]/g, '')}` : '/portal/help'
  useFocusOnHeading(main, path)
  return (
    <>
      <a className="skip" href="#content">
        {t.skipToContent}
      </a>
      <div className="frame">
        <Top />
        {!online && (
          <Says mood="note" live>
            {t.offline}
          </Says>
        )}
        <UnsentNote />
        <main id="content" ref={main}>
          {children}
        </main>
      </div>
      <footer className="call">
        <div>
          {canSpeak() ? (
            <Tool
              onClick={() => {
                speech.toggle(main.current?.innerText ?? '', language)
              }}
              pressed={speech.on}
            >
              {speech.on ? t.stopReading : t.readAloud}
            </Tool>
          ) : (
            <a className="listen" href={phone}>
              {t.listenByPhone}
            </a>
          )}
          <a href={phone}>
            <CallPicture />
            {t.callUs}
          </a>
        </div>
      </footer>
    </>
  )
}

/** Where you are, smaller and larger text, the other language. */
function Top() {
  const { t, language, choose } = useLanguage()
  const [size, setSize] = useTextSize()
  return (
    <header className="top">
      <LinkTo to="/portal/" className="brand">
        {t.brand}
      </LinkTo>
      <Tool
        onClick={() => {
          setSize(size - SIZE_STEP)
        }}
        disabled={size <= SMALLEST_SIZE}
      >
        {t.smaller}
      </Tool>
      <Tool
        onClick={() => {
          setSize(size + SIZE_STEP)
        }}
        disabled={size >= LARGEST_SIZE}
      >
        {t.bigger}
      </Tool>
      <Tool
        onClick={() => {
          choose(language === 'zh' ? 'en' : 'zh')
        }}
      >
        <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{t.language}</span>
      </Tool>
    </header>
  )
}

function CallPicture() {
  return (
    <span style={{ width: '1.4rem', height: '1.4rem', display: 'inline-flex' }}>
      <Picture name="phone" />
    </span>
  )
}

function useTextSize(): [number, (size: number) => void] {
  const [size, setSize] = useState(() => clampSize(Number(kept('size') ?? DEFAULT_SIZE)))
  useEffect(() => {
    document.documentElement.style.fontSize = `${size}px`
    keep('size', size, true)
  }, [size])
  return [
    size,
    (next) => {
      setSize(clampSize(next))
    },
  ]
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => {
      setOnline(navigator.onLine)
    }
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** A new page begins at its heading, also for a screen reader; the first page keeps the browser's own start. */
function useFocusOnHeading(main: { readonly current: HTMLElement | null }, path: string): void {
  const first = useRef(true)
  useEffect(() => {
    const heading = main.current?.querySelector('h1')
    if (!first.current) heading?.focus()
    first.current = false
  }, [main, path])
}
