/** The taking in of papers for pages of other rows, loaded when it is opened. */
import { lazy } from 'react'

export const LazyUploadDialog = lazy(async () => ({ default: (await import('./UploadDialog.tsx')).UploadDialog }))
