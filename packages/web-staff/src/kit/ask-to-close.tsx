/** Closing a dialog in which something was written asks once; closing it again, as by Esc twice, drops it. */
import { useState, type ReactElement, type ReactNode } from 'react'

type Closing = {
  readonly onCancel: () => void
  readonly cancelText: string
  /** For the dialog's `footer`: the question stands above its buttons. */
  readonly footer: (buttons: ReactNode) => ReactElement
}

/** `written`: what would be lost, as text; empty where it is nothing. */
export function useAskToClose(written: string, onClose: () => void): Closing {
  const [asked, setAsked] = useState<string | null>(null)
  const asks = asked === written
  return {
    onCancel: () => {
      if (written !== '' && !asks) {
        setAsked(written)
        return
      }
      setAsked(null)
      onClose()
    },
    cancelText: asks ? '不要了，关闭' : '取消',
    footer: (buttons) => (
      <>
        {asks ? (
          <p className="ap-dialog-ask" role="alert">
            填写的内容还没有提交，关闭就没有了。
          </p>
        ) : null}
        {buttons}
      </>
    ),
  }
}

/** What differs from how a form began, as text; nothing written is nothing, whether empty, blank or never touched. */
export function writtenIn(before: object, now: object): string {
  const was = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(now).filter(([name, value]) => textOf(value) !== textOf(was.get(name)))
  return changed.length === 0 ? '' : textOf(Object.fromEntries(changed))
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (isNothing(one) ? undefined : one)) ?? ''
}

function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0) || isBlank(value)
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === ''
}
