/** What the browser's tab and history call the page. Never a person's name: a counter's computer is shared. */
import { useEffect } from 'react'

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? '安赔工作台' : `${title} · 安赔`
  }, [title])
}
