import type { IntroductionView } from '@anpei/contract/programme'

/** What each dialog of an introduction is given (SRV-07). */
export type ActProps = { readonly one: IntroductionView; readonly onClose: () => void }
