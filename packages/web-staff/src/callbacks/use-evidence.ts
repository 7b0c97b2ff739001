/** Opens a recording or a photo of a callback beside the page. */
import { getCallbackFile } from '@anpei/contract/callbacks'
import { useDownload } from '../client/index.ts'

export function useEvidence(callbackId: string) {
  const file = useDownload(getCallbackFile)
  const open = (fileId: string): void => {
    file.get({ params: { callbackId, fileId } }, (blob) => {
      window.open(URL.createObjectURL(blob), '_blank', 'noopener')
    })
  }
  return { open, fault: file.fault }
}
