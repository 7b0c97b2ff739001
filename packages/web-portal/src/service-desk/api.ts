/** The routes these pages call, typed by the contract without loading it; a test holds them against it. */
import type { Answer } from '@anpei/contract/kernel'
import type * as contract from '@anpei/contract/service-desk'
import { at } from '../client/index.ts'

type Contract = typeof contract

export const api = {
  sayInChat: at<Contract['sayInChat']>('POST', '/api/portal/chats'),
  readChat: at<Contract['readChat']>('POST', '/api/portal/chats/read'),
  askCallBack: at<Contract['askCallBack']>('POST', '/api/portal/chats/call-back'),
}

export type DeskAnswer<N extends keyof typeof api> = Answer<Contract[N]>
