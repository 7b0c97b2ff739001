/** A file of a claim as an address the browser can show; let go when the viewer leaves it. One file a component. */
import { getPaperFile } from '@anpei/contract/claims'
import { call } from '@anpei/contract/kernel'
import { useEffect, useState } from 'react'

type Shown = { readonly url: string | null; readonly fault: Error | null }

export function useFileUrl(fileId: string | undefined): Shown {
  const [shown, setShown] = useState<Shown>({ url: null, fault: null })
  useEffect(() => {
    let url: string | null = null
    let left = false
    const load = async (): Promise<void> => {
      if (fileId === undefined) return
      try {
        const file: unknown = await call(getPaperFile, { params: { fileId } })
        if (left || !(file instanceof Blob)) return
        url = URL.createObjectURL(file)
        setShown({ url, fault: null })
      } catch (error) {
        if (!left) setShown({ url: null, fault: error instanceof Error ? error : new Error(String(error)) })
      }
    }
    void load()
    return () => {
      left = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [fileId])
  return shown
}
