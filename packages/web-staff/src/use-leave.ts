/** Signing out; first what was written at doors goes out, and what cannot is named (SRV-09). */
import { App } from 'antd'
import { useSignOut } from './identity/index.ts'

const T = {
  note: '退出后仍保存在这台设备上，要您本人在这台设备上重新登录才能交回。',
  out: '仍要退出',
  stay: '先不退出',
} as const

/** `visitorId`: who may have written at doors on this device; null: nobody. */
export function useLeave(): (visitorId: string | null) => Promise<void> {
  const signOut = useSignOut()
  const { modal } = App.useApp()
  return async (visitorId) => {
    // Loaded when it is needed: most people never visit anybody.
    const left = visitorId === null ? 0 : await unsent(visitorId)
    if (left === 0) return signOut()
    const title = `这台设备上还有 ${left} 份上门时写的没有交回`
    void modal.confirm({ title, content: T.note, okText: T.out, cancelText: T.stay, onOk: signOut })
  }
}

/** Where the page behind it cannot be had, signing out goes on. */
async function unsent(visitorId: string): Promise<number> {
  const callbacks = await import('./callbacks/index.ts').catch(() => null)
  return callbacks ? callbacks.unsentHere(visitorId) : 0
}
