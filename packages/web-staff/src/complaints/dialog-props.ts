import type { ComplaintView } from '@anpei/contract/complaints'

export type DialogProps = { readonly view: ComplaintView; readonly onClose: () => void }
